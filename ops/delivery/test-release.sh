# shellcheck shell=bash disable=SC2154
# A release in a clone: 0.1.0 has been promoted above, and tagged.

release() { in_tree env VERSION="$1" ops/delivery/release; }
git -C "$tree" fetch --quiet --tags
refuses "VERSION should be like 1.2.3" release 1.2
refuses "0.1.0 is released already" release 0.1.0
refuses "0.0.9 is not newer than 0.1.0" release 0.0.9
echo x >"$tree/NEW"
refuses "differs from its commit" release 0.2.0
rm "$tree/NEW"
sed -i 's#<version>0.1.0</version>#<version>0.1.1</version>#' "$tree/domain/pom.xml" && git -C "$tree" commit --quiet -a -m "Stray"
refuses "domain/pom.xml has the version 0.1.1, not 0.1.0" release 0.2.0
holds "then nothing is written" git -C "$tree" diff --quiet
git -C "$tree" reset --quiet --hard HEAD^
passes "a release" release 0.2.0
poms=$(git -C "$tree" ls-files 'pom.xml' '*/pom.xml' | wc -l)
holds "all poms have it" test "$(git -C "$tree" show --format= HEAD -- '*pom.xml' | grep -c '^+.*<version>0.2.0</version>')" = "$poms"
holds "and nothing else" test "$(git -C "$tree" show --format= --numstat HEAD -- '*pom.xml' | awk '{ n += $1 + $2 } END { print n }')" = "$((2 * poms))"
sed -n '/^## 0.2.0 - /,/^## 0.1/p' "$tree/CHANGELOG.md" >"$bench/section"
holds "what was written is in the section" grep -q '^### Added' "$bench/section"
holds "so is what was committed" grep -qx -- '- Change once more' "$bench/section"
holds "but not what the pipeline committed" test "$(grep -c 'CI SKIP' "$bench/section")" = 0
holds "what is released is not unreleased any more" test "$(grep -A 2 '^## Unreleased' "$tree/CHANGELOG.md" | tail -n 1 | cut -c 1-8)" = "## 0.2.0"
image five
passes "its push" in_tree ops/delivery/push
git -C "$tree" push --quiet origin HEAD:main
passes "its promotion" promote
holds "what production runs" grep -q "$(digest_there 0.2.0)" <(git -C "$bench/remote" show "main:$overlay")
