// Commands that models write and that no part of MathJax which Ponder uses knows, from the LaTeX packages bm, dsfont,
// gensymb, stmaryrd, xfrac and others and from KaTeX; and signs that have no meaning where they stand. Those of physics
// and siunitx are in physics.js.
import BaseMethods from 'mathjax-full/js/input/tex/base/BaseMethods.js';
import {Configuration} from 'mathjax-full/js/input/tex/Configuration.js';
import {MapHandler} from 'mathjax-full/js/input/tex/MapHandler.js';
import {Macro} from 'mathjax-full/js/input/tex/Symbol.js';
import ParseMethods from 'mathjax-full/js/input/tex/ParseMethods.js';
import {CommandMap, EnvironmentMap} from 'mathjax-full/js/input/tex/SymbolMap.js';

// [what it stands for, how many arguments it takes]
const macros = {
    bm: ['\\boldsymbol{#1}', 1],
    R: ['\\mathbb{R}', 0],
    N: ['\\mathbb{N}', 0],
    Z: ['\\mathbb{Z}', 0],
    Q: ['\\mathbb{Q}', 0],
    C: ['\\mathbb{C}', 0],
    argmax: ['\\operatorname*{arg\\,max}', 0],
    argmin: ['\\operatorname*{arg\\,min}', 0],
    abs: ['\\left|#1\\right|', 1],
    norm: ['\\left\\lVert#1\\right\\rVert', 1],
    llbracket: ['[\\![', 0],
    rrbracket: [']\\!]', 0],
    nicefrac: ['{}^{#1}\\!/_{#2}', 2],
    sfrac: ['{}^{#1}\\!/_{#2}', 2],
    xlongequal: ['\\overset{#1}{=\\!=\\!=}', 1],
    degree: ['{}^\\circ', 0],
    textdegree: ['{}^\\circ', 0],
    celsius: ['{}^\\circ\\mathrm{C}', 0],
    AA: ['\\text{Å}', 0],
    upmu: ['\\mu', 0],
    ohm: ['\\Omega', 0],
    oiint: ['\\mathop{\\text{∯}}', 0],
    oiiint: ['\\mathop{\\text{∰}}', 0],
    vspace: ['', 1],
    require: ['', 1], // all that there is has been loaded
    cssId: ['#2', 2],
    class: ['#2', 2],
    style: ['#2', 2],
    bbox: ['#2', 2, ''],
    raisebox: ['\\raise#1{#2}', 2],
    widecheck: ['\\check{#1}', 1],
    slashed: ['\\not#1', 1],
    overrightharpoon: ['\\overset{\\rightharpoonup}{#1}', 1],
    overleftharpoon: ['\\overset{\\leftharpoonup}{#1}', 1],
    wideparen: ['\\overparen{#1}', 1],
    overarc: ['\\overparen{#1}', 1],
    utilde: ['\\underset{\\sim}{#1}', 1],
    undertilde: ['\\underset{\\sim}{#1}', 1],
    sout: ['\\enclose{horizontalstrike}{#1}', 1],
    st: ['\\enclose{horizontalstrike}{#1}', 1],
    longdiv: ['\\enclose{longdiv}{#1}', 1],
    intertext: ['\\text{#1}\\\\', 1],
    shortintertext: ['\\text{#1}\\\\', 1],
    mathlarger: ['#1', 1],
    bold: ['\\mathbf{#1}', 1],
    textmd: ['\\text{#1}', 1],
    emph: ['\\textit{#1}', 1],
    textsubscript: ['{}_{\\text{#1}}', 1],
    textsuperscript: ['{}^{\\text{#1}}', 1],
    bigsqcap: ['\\mathop{\\sqcap}', 0],
    bigcupdot: ['\\mathop{\\dot{\\bigcup}}', 0],
    cupdot: ['\\mathbin{\\dot{\\cup}}', 0],
    iddots: ['\\mathinner{\\text{⋰}}', 0],
    adots: ['\\mathinner{\\text{⋰}}', 0],
    ratio: ['\\mathrel{:}', 0],
    vcentcolon: [':', 0],
    colonequals: ['\\mathrel{:=}', 0],
    defeq: ['\\mathrel{:=}', 0],
    eqdef: ['\\mathrel{=:}', 0],
    divides: ['\\mid', 0],
    lang: ['\\langle', 0],
    rang: ['\\rangle', 0],
    plusmn: ['\\pm', 0],
    infin: ['\\infty', 0],
    hdots: ['\\ldots', 0],
    xmark: ['\\text{✗}', 0],
    cmark: ['\\checkmark', 0],
    pounds: ['\\text{£}', 0],
    euro: ['\\text{€}', 0],
    parallelogram: ['\\text{▱}', 0],
    textbackslash: ['\\backslash', 0],
    textasciitilde: ['\\text{~}', 0],
    textunderscore: ['\\_', 0],
    textdollar: ['\\$', 0],
    textless: ['<', 0],
    textgreater: ['>', 0],
    normalfont: ['', 0],
    par: ['', 0],
    allowbreak: ['', 0],
    nobreak: ['', 0],
    break: ['', 0],
    ignorespaces: ['', 0],
    relax: ['', 0],
    thetasym: ['\\vartheta', 0],
    omicron: ['o', 0],
    reals: ['\\mathbb{R}', 0],
    Reals: ['\\mathbb{R}', 0],
    natnums: ['\\mathbb{N}', 0],
    cnums: ['\\mathbb{C}', 0],
    Complex: ['\\mathbb{C}', 0],
    E: ['\\mathbb{E}', 0],
    P: ['\\mathbb{P}', 0],
};
for (const name of ['tr', 'Tr', 'diag', 'rank', 'sgn', 'sign', 'lcm', 'erf', 'csch', 'sech', 'arccot', 'arcsec', 'arccsc',
    'arsinh', 'arcosh', 'artanh', 'arcsinh', 'arccosh', 'arctanh', 'supp', 'Span', 'Hom', 'End', 'Aut', 'Gal', 'ord',
    'Var', 'Cov', 'Corr', 'KL', 'vol', 'card', 'id', 'im', 'coker', 'softmax', 'ReLU', 'rot'])
    macros[name] = [`\\operatorname{${name}}`, 0];
// Greek capitals that look like Latin ones.
for (const [name, letter] of Object.entries({Alpha: 'A', Beta: 'B', Epsilon: 'E', Zeta: 'Z', Eta: 'H', Iota: 'I',
    Kappa: 'K', Mu: 'M', Nu: 'N', Omicron: 'O', Rho: 'P', Tau: 'T', Chi: 'X'}))
    macros[name] = [`\\mathrm{${letter}}`, 0];
const definitions = {};
for (const name of Object.keys(macros))
    definitions[name] = ['Macro', ...macros[name]];
new CommandMap('ponder-macros', definitions, BaseMethods);
// A function that puts markup in the place of a command and what it takes.
export const instead = make => function(parser, name, ...rest) {
    parser.string = make(parser, name, ...rest) + parser.string.slice(parser.i);
    parser.i = 0;
};
// MathJax's letters with double strokes include no digits; the one that is written so is the indicator.
new CommandMap('ponder-double-struck', {mathds: 'DoubleStruck', mathbbm: 'DoubleStruck'}, {
    DoubleStruck: instead((parser, name) => {
        const letter = parser.GetArgument(name);
        return `\\${/^\d+$/.test(letter) ? 'mathbf' : 'mathbb'}{${letter}}`;
    }),
});
new CommandMap('ponder-signs', {textcircled: 'Circled', circled: 'Circled', unicode: 'Character', multicolumn: 'Columns'}, {
    Circled: instead((parser, name) => {
        const inside = parser.GetArgument(name);
        const first = /^\d+$/.test(inside) ? Number(inside) : -1;
        return first >= 1 && first <= 20 ? `\\text{${String.fromCharCode(0x245F + first)}}` : `\\enclose{circle}{${inside}}`;
    }),
    Character: instead((parser, name) => {
        parser.GetBrackets(name);
        const code = parser.GetArgument(name).trim();
        const number = code[0] === 'x' ? parseInt(code.slice(1), 16) : parseInt(code, 10);
        return number >= 0x20 && number < 0xD800 ? `\\text{${String.fromCharCode(number)}}` : '';
    }),
    // There are no cells over several columns: it stands in the first of them.
    Columns: instead((parser, name) => {
        const count = Number(parser.GetArgument(name));
        parser.GetArgument(name);
        return parser.GetArgument(name) + '&'.repeat(Math.max(0, Math.min(count, 50) - 1));
    }),
});
// Behind all others, so that what a formula defines itself counts.
Configuration.create('ponder-macros', {
    handler: {macro: ['ponder-macros', 'ponder-double-struck', 'ponder-signs']}, priority: 20,
});
// Environments that FormulaScanner takes for formulas as well.
new EnvironmentMap('ponder-environments', ParseMethods.environment, {
    math: ['Equation', null, false],
    displaymath: ['Equation', null, false],
}, BaseMethods);
Configuration.create('ponder-environments', {handler: {environment: ['ponder-environments']}, priority: 20});

// MathJax places the number of an equation by the width of its page. Here it follows the equation.
new CommandMap('ponder-tags', {tag: 'Tag'}, {
    Tag: instead((parser, name) => {
        const bare = parser.GetStar();
        const number = parser.GetArgument(name);
        return `\\qquad\\text{${bare ? number : `(${number})`}}`;
    }),
});
Configuration.create('ponder-tags', {handler: {macro: ['ponder-tags']}, priority: 1});

// Names of files and parameters in \text have underscores, and what is written in per cent ends no line there.
const inText = MapHandler.getMap('text-special');
for (const sign of ['_', '^', '&', '#', '%'])
    inText.add(sign, new Macro(sign, parser => { parser.text += sign; }, []));

// "$50%$": a comment only where there is another line behind it.
const special = MapHandler.getMap('special');
const comment = special.lookup('%');
special.add('%', new Macro('%', (parser, sign) => {
    if (parser.string.indexOf('\n', parser.i) >= 0)
        return comment.func(parser, sign, ...comment.args);
    parser.Push(parser.create('token', 'mi', {mathvariant: 'normal'}, sign));
}, []));

export const packages = ['ponder-macros', 'ponder-environments', 'ponder-tags'];
