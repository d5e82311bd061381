import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the page of third-party licences, and fails where one is not known.
 *
 * <p>What counts are the jars that are shipped: each needs a line in the list that license-maven-plugin wrote, and each
 * licence of that line must stand in {@code allowed.txt}. The page holds no time and no path, so that the same jars give
 * the same bytes.
 *
 * <p>Arguments: the list, the folder of jars, the page of npm packages, {@code allowed.txt}, the file to write.
 */
public final class LicencePage {

    private static final Pattern LEGAL_FILE =
            Pattern.compile("META-INF/(.*/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_JAR = Pattern.compile("vane-.*\\.jar");
    private static final String RULE = "=".repeat(80);

    private final Map<String, String> nameByAlias;
    private final List<String> faults = new ArrayList<>();

    private LicencePage(Map<String, String> nameByAlias) {
        this.nameByAlias = nameByAlias;
    }

    /** A library as it is listed, with its licences. */
    private record Library(String coordinates, String licences) {

        String jar() {
            String[] parts = coordinates.split(":");
            return parts[1] + "-" + parts[2] + ".jar";
        }

        String line() {
            return "  " + coordinates + " (" + licences + ")\n";
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path[] paths = Arrays.stream(arguments).map(Path::of).toArray(Path[]::new);
        LicencePage page = new LicencePage(aliases(paths[3]));
        List<Library> libraries = page.libraries(paths[0], paths[1]);
        Optional<String> npm = page.npm(paths[2]);
        if (!page.faults.isEmpty()) {
            page.faults.forEach(System.err::println);
            System.exit(1);
        }
        Files.createDirectories(paths[4].getParent());
        Files.writeString(paths[4], text(libraries, npm.orElse(""), legalTexts(paths[1])));
    }

    /** Lines of the form "name = another name | another name"; a licence goes by any of them. */
    private static Map<String, String> aliases(Path allowed) throws IOException {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : Files.readAllLines(allowed)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] sides = line.split("=", 2);
                String name = sides[0].strip();
                names.put(name, name);
                Stream.of(sides.length == 1 ? new String[0] : sides[1].split("\\|"))
                        .forEach(alias -> names.put(alias.strip(), name));
            }
        }
        return names;
    }

    /** The shipped libraries in the order of their coordinates. */
    private List<Library> libraries(Path list, Path jars) throws IOException {
        Map<String, Library> byJar = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 2) {
                Library library = new Library(fields[0], fields[1]);
                byJar.put(library.jar(), library);
            }
        }
        List<Library> shipped = new ArrayList<>();
        for (String jar : foreignJars(jars)) {
            if (byJar.containsKey(jar)) {
                shipped.add(checked(byJar.get(jar)));
            } else {
                faults.add(jar + ": no licence is listed for it");
            }
        }
        return shipped.stream()
                .sorted((one, other) -> one.coordinates().compareTo(other.coordinates()))
                .toList();
    }

    private static List<String> foreignJars(Path jars) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !OWN_JAR.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    private Library checked(Library library) {
        String names = Arrays.stream(library.licences().split("\\|"))
                .map(String::strip)
                .map(licence -> known(library, licence))
                .distinct()
                .collect(Collectors.joining(" or "));
        return new Library(library.coordinates(), names);
    }

    private String known(Library library, String licence) {
        if (!nameByAlias.containsKey(licence)) {
            faults.add("%s: '%s' is not a licence that ops/licences/allowed.txt lists"
                    .formatted(library.coordinates(), licence));
        }
        return nameByAlias.getOrDefault(licence, licence);
    }

    private Optional<String> npm(Path page) throws IOException {
        if (!Files.exists(page)) {
            faults.add(page + ": the page of npm packages is not there; was the UI built?");
            return Optional.empty();
        }
        return Optional.of(Files.readString(page));
    }

    /** The licence and notice files in the jars, each text once, with the jars that carry it. */
    private static Map<String, List<String>> legalTexts(Path jars) throws IOException {
        Map<String, List<String>> jarsByText = new TreeMap<>();
        for (String name : foreignJars(jars)) {
            try (JarFile jar = new JarFile(jars.resolve(name).toFile())) {
                for (JarEntry entry : legalFiles(jar)) {
                    jarsByText.computeIfAbsent(read(jar, entry), text -> new ArrayList<>()).add(name);
                }
            }
        }
        return jarsByText;
    }

    private static List<JarEntry> legalFiles(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && LEGAL_FILE.matcher(entry.getName()).matches())
                .toList();
    }

    private static String read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .strip();
        }
    }

    private static String text(List<Library> libraries, String npm, Map<String, List<String>> jarsByText) {
        StringBuilder page = new StringBuilder("Third-party software in Vane\n\n");
        page.append("Java libraries (").append(libraries.size()).append(")\n\n");
        libraries.forEach(library -> page.append(library.line()));
        page.append("""

                In the container image besides

                  OpenJDK, Eclipse Temurin build (GPL-2.0 with Classpath Exception); its notices are in /opt/java/legal
                  GNU C library (LGPL-2.1 or later); its notice is /usr/share/doc/libc6/copyright
                  SQLite, inside the SQLite JDBC driver (public domain)

                """);
        section(page, "npm packages in the page", npm);
        jarsByText.entrySet().stream()
                .sorted((one, other) -> one.getValue().getFirst().compareTo(other.getValue().getFirst()))
                .forEach(entry -> section(page, String.join("\n", entry.getValue()), entry.getKey()));
        return page.toString();
    }

    private static void section(StringBuilder page, String title, String text) {
        page.append(RULE).append('\n').append(title).append('\n').append(RULE).append("\n\n");
        page.append(text.strip()).append("\n\n");
    }
}
