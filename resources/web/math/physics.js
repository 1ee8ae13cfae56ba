// Commands of the LaTeX packages physics and siunitx that models write. MathJax's own extension for the first would make
// \div a derivative.
import BaseMethods from 'mathjax-full/js/input/tex/base/BaseMethods.js';
import {Configuration} from 'mathjax-full/js/input/tex/Configuration.js';
import {CommandMap} from 'mathjax-full/js/input/tex/SymbolMap.js';
import {instead} from './macros.js';

const macros = {
    laplacian: ['\\nabla^2', 0],
    divergence: ['\\nabla\\cdot', 0],
    grad: ['\\nabla', 0],
    gradient: ['\\nabla', 0],
    curl: ['\\nabla\\times', 0],
    order: ['\\mathcal{O}\\left(#1\\right)', 1],
    comm: ['\\left[#1,#2\\right]', 2],
    commutator: ['\\left[#1,#2\\right]', 2],
    acomm: ['\\left\\{#1,#2\\right\\}', 2],
    anticommutator: ['\\left\\{#1,#2\\right\\}', 2],
    pb: ['\\left\\{#1,#2\\right\\}', 2],
    ev: ['\\left\\langle#1\\right\\rangle', 1],
    expval: ['\\left\\langle#1\\right\\rangle', 1],
    mel: ['\\left\\langle#1\\middle|#2\\middle|#3\\right\\rangle', 3],
    matrixel: ['\\left\\langle#1\\middle|#2\\middle|#3\\right\\rangle', 3],
    ip: ['\\left\\langle#1\\middle|#2\\right\\rangle', 2],
    innerproduct: ['\\left\\langle#1\\middle|#2\\right\\rangle', 2],
    dyad: ['\\left|#1\\right\\rangle\\left\\langle#2\\right|', 2],
    outerproduct: ['\\left|#1\\right\\rangle\\left\\langle#2\\right|', 2],
    ketbra: ['\\left|#1\\right\\rangle\\left\\langle#2\\right|', 2],
    pqty: ['\\left(#1\\right)', 1],
    bqty: ['\\left[#1\\right]', 1],
    Bqty: ['\\left\\{#1\\right\\}', 1],
    vqty: ['\\left|#1\\right|', 1],
};
const commands = {
    dd: 'Differential', differential: 'Differential',
    dv: ['Derivative', '\\mathrm{d}'], derivative: ['Derivative', '\\mathrm{d}'],
    pdv: ['Derivative', '\\partial'], partialderivative: ['Derivative', '\\partial'], pderivative: ['Derivative', '\\partial'],
    fdv: ['Derivative', '\\delta'],
    vb: ['Vector', ''], vectorbold: ['Vector', ''], va: ['Vector', '\\vec'], vu: ['Vector', '\\hat'],
    qty: 'Quantity', quantity: 'Quantity',
    num: 'Number', ang: 'Angle', si: 'Unit', unit: 'Unit', SI: 'NumberWithUnit',
};

const units = {
    meter: 'm', metre: 'm', gram: 'g', second: 's', ampere: 'A', kelvin: 'K', mole: 'mol', candela: 'cd', hertz: 'Hz',
    newton: 'N', pascal: 'Pa', joule: 'J', watt: 'W', coulomb: 'C', volt: 'V', farad: 'F', ohm: '\\Omega', siemens: 'S',
    weber: 'Wb', tesla: 'T', henry: 'H', lumen: 'lm', lux: 'lx', becquerel: 'Bq', gray: 'Gy', sievert: 'Sv',
    radian: 'rad', steradian: 'sr', degree: '{}^\\circ', celsius: '{}^\\circ C', degreeCelsius: '{}^\\circ C',
    minute: 'min', hour: 'h', day: 'd', liter: 'L', litre: 'L', tonne: 't', electronvolt: 'eV', bar: 'bar', dalton: 'Da',
    angstrom: 'Å', percent: '\\%', bit: 'bit', byte: 'B', decibel: 'dB', parsec: 'pc', gauss: 'G', hectare: 'ha',
    kg: 'kg', km: 'km', cm: 'cm', mm: 'mm', um: '\\mu m', nm: 'nm', ms: 'ms', us: '\\mu s', ns: 'ns', eV: 'eV', keV: 'keV',
    MeV: 'MeV', GeV: 'GeV', kHz: 'kHz', MHz: 'MHz', GHz: 'GHz', kJ: 'kJ', kW: 'kW', kPa: 'kPa', mL: 'mL', kV: 'kV', mA: 'mA',
};
const prefixes = {
    femto: 'f', pico: 'p', nano: 'n', micro: '\\mu ', milli: 'm', centi: 'c', deci: 'd', hecto: 'h', kilo: 'k', mega: 'M',
    giga: 'G', tera: 'T', peta: 'P',
};
const powers = {squared: '^2', cubed: '^3', square: '^2', cubic: '^3'};

const has = (table, name) => Object.prototype.hasOwnProperty.call(table, name);

// Of "\meter\per\second\squared" and of "m/s^2".
function unitMarkup(source) {
    let out = '';
    let power = ''; // that comes before its unit
    let prefixed = false;
    source.replace(/\\([A-Za-z]+)\s*|[^\\]+|\\/g, (all, name) => {
        if (!name)
            out += all.replace(/[.~]/g, '\\,');
        else if (name === 'per')
            out += '/';
        else if (name === 'squared' || name === 'cubed')
            out += powers[name];
        else if (has(powers, name))
            power = powers[name];
        else if (has(prefixes, name) || has(units, name)) {
            out += /[\w}]$/.test(out) && !prefixed ? '\\,' : '';
            prefixed = has(prefixes, name);
            out += prefixed ? prefixes[name] : units[name] + power;
            power = prefixed ? power : '';
        } else
            out += `\\${name} `;
        return '';
    });
    return `\\mathrm{${out}}`;
}

const numberMarkup = source =>
    source.replace(/\s*[eE]\s*([-+]?\d+)\s*$/, (all, power) => `\\times10^{${power.replace('+', '')}}`);

// What stands between the bracket that comes next and the one that closes it; "" where it is none.
function bracketed(parser) {
    const closers = {'(': ')', '[': ']', '|': '|'};
    const opener = parser.GetNext();
    const closer = closers[opener];
    if (!closer)
        return '';
    let depth = 0;
    let braces = 0;
    for (let i = parser.i + 1; i < parser.string.length; ++i) {
        const c = parser.string[i];
        if (c === '\\')
            ++i;
        else if (c === '{')
            ++braces;
        else if (c === '}')
            --braces;
        else if (braces === 0 && depth === 0 && c === closer) {
            const inside = parser.string.slice(parser.i + 1, i);
            parser.i = i + 1;
            return `\\left${opener}${inside}\\right${closer}`;
        } else if (braces === 0 && c === opener)
            ++depth;
        else if (braces === 0 && c === closer)
            --depth;
    }
    return '';
}

const isNext = (parser, sign) => parser.GetNext() === sign;

const functions = {
    Differential: instead((parser, name) => {
        const power = parser.GetBrackets(name);
        return `\\mathop{}\\!\\mathrm{d}${power ? `^{${power}}` : ''}`;
    }),
    Derivative: instead((parser, name, d) => {
        parser.GetStar();
        const order = parser.GetBrackets(name);
        const power = order ? `^{${order}}` : '';
        const first = parser.GetArgument(name);
        if (!isNext(parser, '{'))
            return `\\frac{${d}${power}}{${d} ${first}${power}}`;
        const second = parser.GetArgument(name);
        if (d !== '\\partial' || !isNext(parser, '{'))
            return `\\frac{${d}${power} ${first}}{${d} ${second}${power}}`;
        return `\\frac{\\partial^2 ${first}}{\\partial ${second}\\,\\partial ${parser.GetArgument(name)}}`;
    }),
    Vector: instead((parser, name, accent) => {
        const font = parser.GetStar() ? '\\boldsymbol' : '\\mathbf';
        return `${accent}{${font}{${parser.GetArgument(name)}}}`;
    }),
    // Of physics, "\qty(…)", or of siunitx, "\qty{3}{\meter}".
    Quantity: instead((parser, name) => {
        const size = bracketed(parser);
        if (size)
            return size;
        const inside = parser.GetArgument(name);
        return isNext(parser, '{') ? `${numberMarkup(inside)}\\,${unitMarkup(parser.GetArgument(name))}`
                                   : `\\left\\{${inside}\\right\\}`;
    }),
    Number: instead((parser, name) => {
        parser.GetBrackets(name);
        return numberMarkup(parser.GetArgument(name));
    }),
    Angle: instead((parser, name) => {
        parser.GetBrackets(name);
        const signs = ['^\\circ', "'", "''"];
        return parser.GetArgument(name).split(';').slice(0, 3).map((part, i) => part ? part + signs[i] : '').join('');
    }),
    Unit: instead((parser, name) => {
        parser.GetBrackets(name);
        return unitMarkup(parser.GetArgument(name));
    }),
    NumberWithUnit: instead((parser, name) => {
        parser.GetBrackets(name);
        return `${numberMarkup(parser.GetArgument(name))}\\,${unitMarkup(parser.GetArgument(name))}`;
    }),
};

const definitions = {};
for (const name of Object.keys(macros))
    definitions[name] = ['Macro', ...macros[name]];
new CommandMap('ponder-physics-macros', definitions, BaseMethods);
new CommandMap('ponder-physics', commands, functions);
// Behind all others, so that what a formula defines itself counts.
Configuration.create('ponder-physics', {handler: {macro: ['ponder-physics-macros', 'ponder-physics']}, priority: 20});

export const packages = ['ponder-physics'];
