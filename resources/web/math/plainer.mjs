// MathJax comes as code for engines of 2009: its loops over lists, its functions with any number of arguments and its
// calls with lists of them are what the TypeScript compiler made of them. Each goes through helper objects, which is a
// tenth of the time of a formula in Qt's engine. This gives them back the shape that the engine knows.
import {join} from 'node:path';

// The helpers that each module has a copy of.
const ownCopy = /^var (__read|__values|__spreadArray) = \(this && this\.\1\) \|\| function ?\([^]*?\n\};/gm;

// for (const x of list), with all that calls the iterator's return() when the loop ends early.
const loop = new RegExp([
    String.raw`try \{\n( +(?:\w+: )?for \(var) (?<list>\w+) = (?:\(e_\d+ = void 0, __values\((.*)\)\)|__values\((.*)\)), `,
    String.raw`(?<step>\w+) = \k<list>\.next\(\); !\k<step>\.done; \k<step> = \k<list>\.next\(\)\) `,
    String.raw`(\{[^]*?\n +\})\n +\}\n`,
    String.raw` +catch \((?<caught>e_\d+_1)\) \{ (?<error>e_\d+) = \{ error: \k<caught> \}; \}\n +finally \{\n +try \{\n`,
    String.raw` +if \(\k<step> && !\k<step>\.done && \((?<end>\w+) = \k<list>\.return\)\) \k<end>\.call\(\k<list>\);\n +\}\n`,
    String.raw` +finally \{ if \(\k<error>\) throw \k<error>\.error; \}\n +\}`,
].join(''), 'g');

function loopByNumber(found, start, list, nestedIterable, iterable, step, body) {
    return `${start} ${list} = __values(${nestedIterable || iterable}), ${step} = 0; ${step} < ${list}.length; ++${step}) ` +
        body.split(`${step}.value`).join(`${list}[${step}]`);
}

// function (a, ...rest)
const rest = new RegExp([
    String.raw`function ?(\w*)\(([^()]*)\) \{\n((?: +var [\w, ]+;\n)?) +var (?<all>\w+) = \[\];\n`,
    String.raw` +for \(var _i = (\d+); _i < arguments\.length; _i\+\+\) \{\n +\k<all>\[_i(?: - \d+)?\] = arguments\[_i\];\n +\}`,
].join(''), 'g');

function restParameter(found, name, parameters, variables, all, count) {
    const names = parameters ? parameters.split(', ') : [];
    if (names.length !== Number(count))
        return found;
    return `function ${name}(${[...names, `...${all}`].join(', ')}) {\n${variables}`;
}

// f.apply(self, [...list]): apply() does not keep what it is given.
const copiedArguments = /\.apply\(([\w.]+|void 0), __spreadArray\(\[\], (__read\(\w+\)), false\)\)/g;

/** The source of a module of MathJax, plainer; `here` is the folder with helpers.js. */
export function plainer(source, path, here) {
    const helpers = JSON.stringify(join(here, 'helpers.js'));
    let text = source.replace(ownCopy, (_, name) => `var ${name} = require(${helpers}).${name};`)
        .replace(rest, restParameter)
        .replace(copiedArguments, '.apply($1, $2)');
    for (let before; before !== text;) { // a loop within a loop
        before = text;
        text = text.replace(loop, loopByNumber);
    }
    if (/this\.__(read|values|spreadArray)\b|__values\(.*\.next\(\)/.test(text))
        throw new Error(`${path} has helpers or loops of a shape that is not known here`);
    return text;
}
