// Packs the glyphs of MathJax's TeX font for font.js. As MathJax has them they are a quarter of all objects that the
// collector of garbage visits each time, and a megabyte; a text needs a few dozen of them.
// Of each glyph, one string has the record, the JSON of MathJax's [height, depth, width, {…}], and another the outline:
// to read that as JSON would take longer than to draw it.
// A variant lists its own characters, in order, and what each is: the number of a record, or, below zero, the
// character in the mathematical plane that stands for it.
import {createRequire} from 'node:module';

/** Texts one after the other, and where each begins. */
class Strip {
    texts = [];
    starts = [0];

    add(text) {
        this.texts.push(text);
        this.starts.push(this.starts[this.starts.length - 1] + text.length);
    }
}

/** Numbers glyphs as they are met. */
class Glyphs {
    numbers = new Map();
    records = new Strip();
    outlines = new Strip();

    numberOf(glyph) {
        const [height, depth, width, options = {}] = glyph;
        if (options.smp)
            return -options.smp;
        if (!this.numbers.has(glyph)) {
            this.numbers.set(glyph, this.numbers.size);
            this.outlines.add(options.p || '');
            const others = 'p' in options ? {...options, p: ''} : options;
            this.records.add(JSON.stringify([height, depth, width, others]));
        }
        return this.numbers.get(glyph);
    }
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
    const glyphs = new Glyphs();
    const variants = {};
    for (const [name, parent] of TeXFont.defaultVariants) {
        const own = charactersOf(font, name).filter(
            code => !parent || font.getChar(name, code) !== font.getChar(parent, code));
        variants[name] = {codes: own, glyphs: own.map(code => glyphs.numberOf(font.getChar(name, code)))};
    }
    const {records, outlines} = glyphs;
    const tables = JSON.stringify({recordStarts: records.starts, outlineStarts: outlines.starts, variants});
    return `export const records = ${JSON.stringify(records.texts.join(''))};
            export const outlines = ${JSON.stringify(outlines.texts.join(''))};
            export const tables = ${JSON.stringify(tables)};`;
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
