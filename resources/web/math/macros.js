// Commands that models write and that no part of MathJax which Ponder uses knows, from the LaTeX packages bm, dsfont,
// gensymb, physics, siunitx, stmaryrd, xfrac and from KaTeX; and signs that have no meaning where they stand.
import BaseMethods from 'mathjax-full/js/input/tex/base/BaseMethods.js';
import {Configuration} from 'mathjax-full/js/input/tex/Configuration.js';
import {MapHandler} from 'mathjax-full/js/input/tex/MapHandler.js';
import {Macro} from 'mathjax-full/js/input/tex/Symbol.js';
import {CommandMap} from 'mathjax-full/js/input/tex/SymbolMap.js';

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
    tr: ['\\operatorname{tr}', 0],
    diag: ['\\operatorname{diag}', 0],
    rank: ['\\operatorname{rank}', 0],
    sgn: ['\\operatorname{sgn}', 0],
    abs: ['\\left|#1\\right|', 1],
    norm: ['\\left\\lVert#1\\right\\rVert', 1],
    dd: ['\\mathop{}\\!\\mathrm{d}', 0],
    dv: ['\\frac{\\mathrm{d}#1}{\\mathrm{d}#2}', 2],
    pdv: ['\\frac{\\partial#1}{\\partial#2}', 2],
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
    num: ['#1', 1],
    si: ['\\mathrm{#1}', 1],
    SI: ['#1\\,\\mathrm{#2}', 2],
    oiint: ['\\mathop{\\text{∯}}', 0],
    oiiint: ['\\mathop{\\text{∰}}', 0],
    vspace: ['', 1],
};
const definitions = {};
for (const name of Object.keys(macros))
    definitions[name] = ['Macro', ...macros[name]];
new CommandMap('ponder-macros', definitions, BaseMethods);
// MathJax's letters with double strokes include no digits; the one that is written so is the indicator.
new CommandMap('ponder-double-struck', {mathds: 'DoubleStruck', mathbbm: 'DoubleStruck'}, {
    DoubleStruck(parser, name) {
        const letter = parser.GetArgument(name);
        const command = /^\d+$/.test(letter) ? 'mathbf' : 'mathbb';
        parser.string = `\\${command}{${letter}}${parser.string.slice(parser.i)}`;
        parser.i = 0;
    },
});
// Behind all others, so that what a formula defines itself counts.
Configuration.create('ponder-macros', {handler: {macro: ['ponder-macros', 'ponder-double-struck']}, priority: 20});

// MathJax places the number of an equation by the width of its page. Here it follows the equation.
new CommandMap('ponder-tags', {tag: 'Tag'}, {
    Tag(parser, name) {
        const bare = parser.GetStar();
        const number = parser.GetArgument(name);
        parser.string = `\\qquad\\text{${bare ? number : `(${number})`}}${parser.string.slice(parser.i)}`;
        parser.i = 0;
    },
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

export const packages = ['ponder-macros', 'ponder-tags'];
