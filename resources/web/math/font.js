// MathJax's TeX font with its glyphs packed (see packfont.mjs): one is unpacked when it is first asked for.
import {CommonTeXFontMixin} from 'mathjax-full/js/output/common/fonts/tex.js';
import {delimiters} from 'mathjax-full/js/output/common/fonts/tex/delimiters.js';
import {SVGFontData} from 'mathjax-full/js/output/svg/FontData.js';
import {outlines, records, tables} from 'packed-glyphs';

const {recordStarts, outlineStarts, variants} = JSON.parse(tables);

/** The place of a number in an ascending array, −1 where it is not there. */
function placeOf(number, ascending) {
    let low = 0, high = ascending.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (ascending[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return ascending[low] === number ? low : -1;
}

/** One variant. MathJax reads `chars` of it: for the characters that another stands for. */
class Variant {
    constructor(name, parent) {
        this.parent = parent;
        this.codes = Int32Array.from(variants[name].codes);
        this.glyphs = Int32Array.from(variants[name].glyphs);
        this.unpacked = {};
        this.chars = null;
    }

    findStandIns() {
        if (this.chars)
            return;
        this.chars = {};
        if (this.parent) {
            this.parent.findStandIns();
            Object.assign(this.chars, this.parent.chars);
        }
        for (let i = 0; i < this.codes.length; ++i) {
            if (this.glyphs[i] < 0)
                this.chars[this.codes[i]] = standIn(this.glyphs[i]);
            else if (this.parent && this.codes[i] in this.chars)
                delete this.chars[this.codes[i]];
        }
    }

    char(code) {
        return this.unpacked[code] || (this.unpacked[code] = this.unpack(code));
    }

    unpack(code) {
        const place = placeOf(code, this.codes);
        if (place < 0)
            return this.parent ? this.parent.char(code) : undefined;
        const glyph = this.glyphs[place];
        return glyph < 0 ? standIn(glyph) : read(glyph);
    }
}

function standIn(glyph) {
    return [undefined, undefined, undefined, {smp: -glyph}];
}

function read(glyph) {
    const made = JSON.parse(records.substring(recordStarts[glyph], recordStarts[glyph + 1]));
    if ('p' in made[3])
        made[3].p = outlines.substring(outlineStarts[glyph], outlineStarts[glyph + 1]);
    return made;
}

export class TeXFont extends CommonTeXFontMixin(SVGFontData) {
    createVariant(name, inherit) {
        this.variant[name] = new Variant(name, inherit ? this.variant[inherit] : null);
    }

    getVariant(name) {
        const variant = this.variant[name];
        if (variant)
            variant.findStandIns();
        return variant;
    }

    getChar(name, code) {
        return this.variant[name].char(code);
    }
}
// The bars of a norm have a first size that is lower than a letter: \left\|x\right\| would be drawn with that.
const norm = Object.assign({}, delimiters[0x2016], {sizes: [1], schar: [0x2225], variants: [0]});
TeXFont.defaultDelimiters = Object.assign({}, delimiters, {[0x2016]: norm});
TeXFont.defaultChars = {};
