// Packs the glyphs of MathJax's TeX font for font.js. As MathJax has them they are a quarter of all objects that the
// collector of garbage visits each time, and a megabyte; a text needs a few dozen of them.
// One record, in one string, stands for a glyph: the JSON of MathJax's [height, depth, width, {…}].
// A variant lists its own characters, in order, and what each is: the number of a record, or, below zero, the
// character in the mathematical plane that stands for it.
import {createRequire} from 'node:module';

/** Numbers glyphs as they are met. */
function makeRecords() {
    const records = [], starts = [0], numbers = new Map();
    let length = 0;
    function numberOf(glyph) {
        if (glyph[3] && glyph[3].smp)
            return -glyph[3].smp;
        if (!numbers.has(glyph)) {
            numbers.set(glyph, records.length);
            records.push(JSON.stringify(glyph));
            starts.push(length += records[records.length - 1].length);
        }
        return numbers.get(glyph);
    }
    return {records, starts, numberOf};
}

/** All characters that a variant has, its ancestors' too: MathJax's tables inherit from each other. */
function charactersOf(font, name) {
    const characters = [];
    for (const code in font.variant[name].chars)
        characters.push(Number(code));
    return characters.sort((a, b) => a - b);
}

function packFont(modules) {
    const {TeXFont} = createRequire(modules + '/x.js')('mathjax-full/js/output/svg/fonts/tex.js');
    const font = new TeXFont();
    const {records, starts, numberOf} = makeRecords();
    const variants = {};
    for (const [name, parent] of TeXFont.defaultVariants) {
        const own = charactersOf(font, name).filter(
            code => !parent || font.getChar(name, code) !== font.getChar(parent, code));
        variants[name] = {parent: parent || '', codes: own, glyphs: own.map(code => numberOf(font.getChar(name, code)))};
    }
    return `export const records = ${JSON.stringify(records.join(''))};
            export const tables = ${JSON.stringify(JSON.stringify({starts, variants}))};`;
}

/** For esbuild: font.js in place of MathJax's font, and its glyphs. */
export const packedFont = (modules, here) => ({
    name: 'packed-font',
    setup(build) {
        build.onResolve({filter: /\/svg\/fonts\/tex\.js$/}, () => ({path: here + '/font.js'}));
        build.onResolve({filter: /^packed-glyphs$/}, ({path}) => ({path, namespace: 'packed'}));
        build.onLoad({filter: /.*/, namespace: 'packed'}, () => ({contents: packFont(modules), loader: 'js'}));
    },
});
