// What the TypeScript compiler adds to MathJax's modules for syntax that older engines lack: unpacking, iterating and
// joining arrays. Its own versions go through an iterator and a result object for each element, which is two fifths of
// the time of a formula in Qt's engine. MathJax only reads what it unpacks, so that an array can stand for itself.

function read(values, count) {
    if (Array.isArray(values) || !values[Symbol.iterator])
        return values;
    return Array.from(values).slice(0, count);
}

// One object is iterator and result: what the compiler makes reads `value` before it asks for the next.
class ArraySteps {
    constructor(array) {
        this.array = array;
        this.index = 0;
        this.value = undefined;
        this.done = false;
    }

    next() {
        if (this.index < this.array.length) {
            this.value = this.array[this.index++];
        } else {
            this.value = undefined;
            this.done = true;
        }
        return this;
    }
}

function values(iterable) {
    if (Array.isArray(iterable) || !iterable[Symbol.iterator])
        return new ArraySteps(iterable);
    return iterable[Symbol.iterator]();
}

function spreadArray(to, from) {
    return to.concat(Array.isArray(from) ? from : Array.from(from));
}

module.exports = {__read: read, __values: values, __spreadArray: spreadArray};
