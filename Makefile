# A thin face over .ci/ (scripts) and CMakePresets.json (builds); each line below can be run on its own.
.DEFAULT_GOAL := help
.PHONY: help play test test-more site bench fresh format tidy clean

help: ## this list
	@sed -nE 's/^([a-z-]+): ## (.*)/make \1\t\2/p' Makefile | expand -t 18

play: ## build the playground and serve it on 127.0.0.1 (PORT=8080)
	@.ci/play

test: ## everything a change must pass: sanitizers, the shipped wasm, clang
	@.ci/test

test-more: ## what takes longer: fuzzing, other optimisation levels, sanitizers under clang
	@.ci/test-more

site: ## build the folder that any static host can serve
	@.ci/site

bench: ## run the benchmarks
	@.ci/bench

fresh: ## write the committed generated files anew
	@.ci/fresh

format: ## lay out C++ and JavaScript with clang-format
	@.ci/format

tidy: ## run clang-tidy over the native sources
	@.ci/tidy

clean: ## remove what was built (downloads are kept)
	@.ci/clean
