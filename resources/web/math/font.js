// MathJax's TeX font with its glyphs packed (see packfont.mjs): one is unpacked when it is first asked for.
import {CommonTeXFontMixin} from 'mathjax-full/js/output/common/fonts/tex.js';
import {delimiters} from 'mathjax-full/js/output/common/fonts/tex/delimiters.js';
import {SVGFontData} from 'mathjax-full/js/output/svg/FontData.js';
import {records, tables} from 'packed-glyphs';

const {starts, variants} = JSON.parse(tables);

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

/** Of one variant: what MathJax reads of it (`chars`, for the characters that others stand for), and its glyphs. */
class Variant {
    constructor(name, parent) {
        this.parent = parent;
        this.codes = Int32Array.from(variants[name].codes);
        this.glyphs = Int32Array.from(variants[name].glyphs);
        this.unpacked = {};
        this.standIns = null;
    }

    get chars() {
        if (!this.standIns) {
            this.standIns = this.parent ? Object.assign({}, this.parent.chars) : {};
            for (let i = 0; i < this.codes.length; ++i)
                this.standIns[this.codes[i]] = this.glyphs[i] < 0 ? standIn(this.glyphs[i]) : undefined;
        }
        return this.standIns;
    }

    char(code) {
        if (!(code in this.unpacked))
            this.unpacked[code] = this.unpack(code);
        return this.unpacked[code];
    }

    unpack(code) {
        const place = placeOf(code, this.codes);
        if (place < 0)
            return this.parent ? this.parent.char(code) : undefined;
        const glyph = this.glyphs[place];
        return glyph < 0 ? standIn(glyph) : JSON.parse(records.substring(starts[glyph], starts[glyph + 1]));
    }
}

function standIn(glyph) {
    return [undefined, undefined, undefined, {smp: -glyph}];
}

export class TeXFont extends CommonTeXFontMixin(SVGFontData) {
    createVariant(name, inherit) {
        this.variant[name] = new Variant(name, inherit ? this.variant[inherit] : null);
    }

    getChar(name, code) {
        return this.variant[name].char(code);
    }
}
TeXFont.defaultDelimiters = delimiters;
TeXFont.defaultChars = {};
