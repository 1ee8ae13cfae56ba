// The part of MathJax that Ponder uses: TeX in, one SVG element out. No document, no fonts to load,
// no macros that reach outside (require, html, href are left out).
import {mathjax} from 'mathjax-full/js/mathjax.js';
import {LiteAdaptor} from 'mathjax-full/js/adaptors/liteAdaptor.js';
import {RegisterHTMLHandler} from 'mathjax-full/js/handlers/html.js';
import {TeX} from 'mathjax-full/js/input/tex.js';
import {SVG} from 'mathjax-full/js/output/svg.js';
import 'mathjax-full/js/input/tex/base/BaseConfiguration.js';
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import 'mathjax-full/js/input/tex/amscd/AmsCdConfiguration.js';
import 'mathjax-full/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import 'mathjax-full/js/input/tex/braket/BraketConfiguration.js';
import 'mathjax-full/js/input/tex/cancel/CancelConfiguration.js';
import 'mathjax-full/js/input/tex/cases/CasesConfiguration.js';
import 'mathjax-full/js/input/tex/centernot/CenternotConfiguration.js';
import 'mathjax-full/js/input/tex/color/ColorConfiguration.js';
import 'mathjax-full/js/input/tex/empheq/EmpheqConfiguration.js';
import 'mathjax-full/js/input/tex/enclose/EncloseConfiguration.js';
import 'mathjax-full/js/input/tex/extpfeil/ExtpfeilConfiguration.js';
import 'mathjax-full/js/input/tex/mathtools/MathtoolsConfiguration.js';
import 'mathjax-full/js/input/tex/mhchem/MhchemConfiguration.js';
import 'mathjax-full/js/input/tex/newcommand/NewcommandConfiguration.js';
import 'mathjax-full/js/input/tex/textmacros/TextMacrosConfiguration.js';
import 'mathjax-full/js/input/tex/upgreek/UpgreekConfiguration.js';
import 'mathjax-full/js/input/tex/verb/VerbConfiguration.js';
import {packages as ownPackages} from './macros.js';
import {packages as physicsPackages} from './physics.js';

const packages = ['base', 'ams', 'amscd', 'boldsymbol', 'braket', 'cancel', 'cases', 'centernot', 'color', 'empheq',
                  'enclose', 'extpfeil', 'mathtools', 'mhchem', 'newcommand', 'textmacros', 'upgreek', 'verb',
                  ...ownPackages, ...physicsPackages];
const adaptor = new LiteAdaptor();
RegisterHTMLHandler(adaptor);

function makeDocument() {
    // A fresh input jax for each formula would forget \newcommand; one for all would let an answer
    // redefine \frac for the next. The first is what people expect of separate formulas.
    return mathjax.document('', {
        InputJax: new TeX({
            packages,
            maxMacros: 1000,
            maxBuffer: 5 * 1024,
            ams: {multlineWidth: '26em'}, // there is no page to be as wide as
            formatError: (jax, error) => { throw error; },
        }),
        OutputJax: new SVG({fontCache: 'none', internalSpeechTitles: false}),
    });
}

let document = makeDocument();

// Where a module (strict code, unlike a script) assigns through a setter to objects of two classes, Qt 6.4's
// engine does so and then says "Type error", once for each such place. MathJax has ten setters.
const placesThatFailOnce = 20;
const failsOnce = error => error instanceof TypeError && error.message === 'Type error';

function convert(source, display) {
    for (let left = placesThatFailOnce;; --left) {
        try {
            return document.convert(source, {display, em: 16, ex: 8, containerWidth: 80 * 16});
        } catch (error) {
            if (left === 0 || !failsOnce(error))
                throw error;
        }
    }
}

// What MathJax says of the tree that a picture came from; it is of no use in the picture.
const notDrawn = {'data-mml-node': true, 'data-c': true, 'data-mjx-texclass': true};

// SVG as MathJax's own serializer has it, but for that and for groups that do nothing.
function written(node) {
    if (node.kind === '#text')
        return adaptor.parser.protectHTML(node.value);
    let attributes = '';
    for (const name in node.attributes) {
        if (!notDrawn[name])
            attributes += ` ${name}="${adaptor.parser.protectAttribute(node.attributes[name])}"`;
    }
    let content = '';
    for (const child of node.children)
        content += written(child);
    return node.kind === 'g' && !attributes ? content : `<${node.kind}${attributes}>${content}</${node.kind}>`;
}

// The columns of an IEEEeqnarray can be more than those of an array; what they have in common is shown.
function withKnownEnvironments(source) {
    return source
        .replace(/\\begin\{IEEEeqnarray\*?\}(?:\[[^\]]*\])?\{([^{}]*)\}/g,
                 (all, columns) => `\\begin{array}{${columns.toLowerCase().replace(/[^lcr]/g, '')}}`)
        .replace(/\\end\{IEEEeqnarray\*?\}/g, '\\end{array}');
}

// Returns [svg, ''] or ['', reason].
export function typeset(source, display) {
    try {
        return [convert(withKnownEnvironments(source), display).children.map(written).join(''), ''];
    } catch (error) {
        return ['', String(error && error.message || error)];
    } finally {
        if (/\\(re)?newcommand|\\def\b|\\newenvironment|\\let\b|\\DeclareMathOperator/.test(source))
            document = makeDocument();
    }
}
