// The tree and its readers are public: editors of documents and forms walk it too.
#pragma once

#include "picket/json_tree.h"
