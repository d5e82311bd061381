package dev.vane.adapters.sqlite.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mounts of a Linux process, as {@code /proc/self/mountinfo} lists them; its format is that of
 * <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc(5)</a>: the mount's id, its parent's id,
 * the device, the root within it, the mount point, options, optional fields, a hyphen, the type of the file system, its
 * source, and the options of the file system itself.
 *
 * <p>The longest mount point that a path begins with is not always the one that it lies on: a mount may hide others, those
 * below its mount point and an older one on the same. So the way to a path is followed from mount to mount as the kernel
 * does.
 */
final class MountTable {

    private static final Pattern LINE = Pattern.compile(
            "(?<id>[0-9]+) (?<parent>[0-9]+) [0-9]+:[0-9]+ [^ ]+ (?<point>[^ ]+) [^ ]+(?: [^ ]+)*? - (?<type>[^ ]+) [^ ]* ?(?<options>[^ ]*)");

    /** A space, a tab, a line feed, a backslash and a number sign in a path are written as three octal digits. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-3][0-7]{2})");

    private final List<Mount> mounts;

    private MountTable(List<Mount> mounts) {
        this.mounts = List.copyOf(mounts);
    }

    /**
     * A mount.
     *
     * @param id its id
     * @param parent the id of the mount that its mount point lies on
     * @param point its mount point
     * @param type the type of its file system, with the kind of a FUSE file system behind a dot
     * @param options the options of the file system itself
     */
    record Mount(int id, int parent, String point, String type, List<String> options) {

        /** Copies the options. */
        Mount {
            options = List.copyOf(options);
        }

        private boolean covers(String path) {
            return point.equals("/") || path.equals(point) || path.startsWith(point + "/");
        }
    }

    /** Reads the text of a mountinfo file. Lines of another form are left out. */
    static MountTable parse(String mountinfo) {
        List<Mount> mounts = new ArrayList<>();
        for (String line : mountinfo.lines().toList()) {
            Matcher fields = LINE.matcher(line);
            if (fields.matches()) {
                mounts.add(new Mount(
                        Integer.parseInt(fields.group("id")),
                        Integer.parseInt(fields.group("parent")),
                        unescaped(fields.group("point")),
                        fields.group("type"),
                        List.of(fields.group("options").split(","))));
            }
        }
        return new MountTable(mounts);
    }

    private static String unescaped(String path) {
        return ESCAPED.matcher(path)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 8))));
    }

    /**
     * The mount that a path lies on.
     *
     * @param path absolute, without links
     * @return empty if no mount of the table leads there
     */
    Optional<Mount> of(String path) {
        Set<Integer> known = new HashSet<>();
        mounts.forEach(mount -> known.add(mount.id()));
        Set<Mount> passed = new HashSet<>();
        Optional<Mount> found = Optional.empty();
        Optional<Mount> next = first(path, mount -> !known.contains(mount.parent()) || mount.parent() == mount.id());
        while (next.isPresent() && passed.add(next.get())) { // each once, whatever nonsense the table may hold
            found = next;
            int id = found.get().id();
            next = first(path, mount -> mount.parent() == id && mount.id() != id);
        }
        return found;
    }

    /** The mount on the way to a path that is met first. */
    private Optional<Mount> first(String path, Predicate<Mount> from) {
        return mounts.stream()
                .filter(mount -> from.test(mount) && mount.covers(path))
                .min(Comparator.comparingInt(mount -> mount.point().length()));
    }
}
