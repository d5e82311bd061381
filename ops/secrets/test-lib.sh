# shellcheck shell=bash disable=SC2154
# What the tests of secrets share.

# refuses WORDS COMMAND...: it fails, and says these words; its standard input is $bench/in, or what OUT of it names.
refuses() {
    local words=$1
    shift
    if "$@" >"$bench/said" 2>&1 <"${input:-$bench/in}"; then
        echo "secrets: this passed, but should be refused with '$words': $*" && exit 1
    fi
    grep -qF -- "$words" "$bench/said" ||
        { echo "secrets: this should be refused with '$words': $*; but it said:" && cat "$bench/said" && exit 1; }
    cases=$((cases + 1))
}

# holds WHAT TEST...: a condition.
holds() {
    local what=$1
    shift
    "$@" >/dev/null 2>&1 || { echo "secrets: not so: $what" && exit 1; }
    cases=$((cases + 1))
}

# folder NAME: a new folder to be checked; file NAME puts standard input into it.
folder() {
    checked=$bench/$1
    rm -rf "$checked"
    mkdir -p "$checked"
}
file() {
    mkdir -p "$(dirname "$checked/$1")"
    cat >"$checked/$1"
}

accepted() {
    ops/secrets/check "$checked" >"$bench/said" 2>&1 ||
        { echo "secrets: the check refuses $1:" && cat "$bench/said" && exit 1; }
    cases=$((cases + 1))
}

# refused WORDS FILE: the check must refuse the one file of which standard input is the text, in these words.
refused() {
    folder bad
    file "$2"
    input=/dev/null refuses "$2: $1" ops/secrets/check "$checked"
}
