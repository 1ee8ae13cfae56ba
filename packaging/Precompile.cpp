// Nothing here: this file exists so that the precompiled header has a target of its own.
