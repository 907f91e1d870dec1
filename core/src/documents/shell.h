// Shell text as bash reads it: commands made of words, each word with the place of every byte.
//
// What typography and copying did to a command is repaired and reported: dashes for hyphens, curly
// quotes, no-break spaces, prompts, lost backslashes. Reports belong to the command they are in, so
// that only those about commands somebody looks at are told.
//
// Not modelled: expansions and globs (the words say that they have some), functions, loops; what a
// redirection points to is passed over.
#pragma once

#include <string>
#include <vector>

#include "documents/findings.h"

namespace picket {

struct ShellWord {
    MappedText text;
    Span span;                 // in the shell text, quotes included
    bool quoted = false;       // some of it stands in quotes
    bool expands = false;      // the shell would put something else for a part of it
    bool placeholder = false;  // "<value>"
};

struct ShellCommand {
    std::vector<ShellWord> words;
    std::vector<Problem> problems;
    Span span;
    bool synopsis = false;  // placeholders and optional parts in brackets
};

std::vector<ShellCommand> read_shell(const MappedText& text);

}  // namespace picket
