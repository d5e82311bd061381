package dev.vane.bootstrap.config;

import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a YAML document of nested maps as flat settings: {@code server: {port: 8080}} is {@code server.port}. */
final class FlatYaml {

    /** Deeper than any setting, and shallow enough for a map that is an alias of itself. */
    private static final int DEEPEST = 8;

    private final Map<String, String> flat = new TreeMap<>();

    private FlatYaml() {}

    /**
     * Reads a document. Every value is text as it stands there; an empty document has no settings.
     *
     * @throws IllegalArgumentException if it is not YAML 1.2, a key stands twice, or something other than maps and
     *     single values stands in it
     */
    static Map<String, String> read(String document) {
        FlatYaml reader = new FlatYaml();
        try {
            new Compose(LoadSettings.builder().build())
                    .composeString(document)
                    .filter(root -> !isEmpty(root))
                    .ifPresent(root -> reader.flatten("", root, 0));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return reader.flat;
    }

    private static boolean isEmpty(Node root) {
        return root instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    private void flatten(String key, Node node, int depth) {
        if (node instanceof MappingNode map && depth < DEEPEST) {
            for (NodeTuple entry : map.getValue()) {
                String name = name(entry.getKeyNode(), key);
                flatten(key.isEmpty() ? name : key + "." + name, entry.getValueNode(), depth + 1);
            }
        } else if (node instanceof ScalarNode scalar && depth > 0) {
            if (flat.put(key, scalar.getValue()) != null) {
                throw new IllegalArgumentException(key + " stands there twice");
            }
        } else {
            throw new IllegalArgumentException(
                    (key.isEmpty() ? "the document" : key) + " is neither a map nor a single value");
        }
    }

    private static String name(Node key, String parent) {
        if (key instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new IllegalArgumentException("a key below '" + parent + "' is not a single value");
    }
}
