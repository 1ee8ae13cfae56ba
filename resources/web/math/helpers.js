// What the TypeScript compiler adds to MathJax's modules for syntax that older engines lack: unpacking, iterating and
// joining arrays. Its own versions go through an iterator and a result object for each element, which is two fifths of
// the time of a formula in Qt's engine. MathJax only reads what it unpacks, so that an array can stand for itself.

const {PrioritizedList} = require('mathjax-full/js/util/PrioritizedList.js');

function read(values, count) {
    if (Array.isArray(values) || !values[Symbol.iterator])
        return values;
    return Array.from(values).slice(0, count);
}

// What a loop goes through by number: plainer.mjs makes such loops of those that ask an iterator.
function values(iterable) {
    if (Array.isArray(iterable))
        return iterable;
    return iterable instanceof PrioritizedList ? iterable.items : Array.from(iterable);
}

// `to` has only been made for this.
function spreadArray(to, from) {
    const more = Array.isArray(from) ? from : Array.from(from);
    for (let i = 0; i < more.length; ++i)
        to.push(more[i]);
    return to;
}

module.exports = {__read: read, __values: values, __spreadArray: spreadArray};
