package dev.vane.adapters.rest;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The OpenAPI document as tests read it, made strict: where it says {@code allOf}, the parts are put together, and no object
 * may have members that are not declared.
 */
final class OpenApi {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PARAMETERS = "#/components/parameters/";

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode document;
    private final ObjectNode schemas;
    private final Set<String> seen = new TreeSet<>();

    private OpenApi(ObjectNode document) {
        this.document = document;
        this.schemas = (ObjectNode) document.at("/components/schemas");
        schemas.propertyNames().forEach(name -> schemas.set(name, merged((ObjectNode) schemas.get(name))));
        schemas.forEach(this::close);
    }

    static OpenApi read() {
        InputStream stream = OpenApi.class.getResourceAsStream("/dev/vane/adapters/rest/openapi.yaml");
        return new OpenApi((ObjectNode) new YAMLMapper().readTree(stream));
    }

    /**
     * An operation.
     *
     * @param method GET, PUT, DELETE or POST
     * @param path its path with the base path
     * @param description the operation's own node
     */
    record Operation(String method, String path, JsonNode description) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The operations whose answers come to an end. */
    List<Operation> operations() {
        return all().stream().filter(operation -> !isStream(operation)).toList();
    }

    /** The operations that answer with events. */
    List<Operation> streams() {
        return all().stream().filter(OpenApi::isStream).toList();
    }

    private static boolean isStream(Operation operation) {
        return operation.description().at("/responses/200/content").has("text/event-stream");
    }

    private List<Operation> all() {
        String base = document.at("/servers/0/url").asString();
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), base + path.getKey(), method.getValue()))));
        return operations;
    }

    List<JsonNode> parameters(Operation operation, String in) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.description().path("parameters")) {
            JsonNode resolved = parameter.has("$ref")
                    ? document.at("/components/parameters/"
                            + parameter.get("$ref").asString().substring(PARAMETERS.length()))
                    : parameter;
            if (resolved.get("in").asString().equals(in)) {
                parameters.add(resolved);
            }
        }
        return parameters;
    }

    /** The example of the body that an operation takes, if it takes one. */
    Optional<String> bodyExample(Operation operation) {
        JsonNode example = operation.description().at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? Optional.empty() : Optional.of(example.toString());
    }

    /** Tells whether an operation declares answers of a status. */
    boolean declares(Operation operation, int status) {
        return operation.description().path("responses").has(Integer.toString(status));
    }

    /** The name of the schema of an operation's answer of a status, if one is declared. */
    Optional<String> answer(Operation operation, int status) {
        return response(operation, status)
                .path("content")
                .propertyStream()
                .findFirst()
                .map(content -> content.getValue().at("/schema/$ref").asString().substring(SCHEMAS.length()));
    }

    /** Tells whether an operation declares a header of its answer of a status. */
    boolean declaresHeader(Operation operation, int status, String name) {
        return response(operation, status).path("headers").has(name);
    }

    private JsonNode response(Operation operation, int status) {
        JsonNode response = operation.description().path("responses").path(Integer.toString(status));
        return response.has("$ref")
                ? document.at(response.get("$ref").asString().substring(1))
                : response;
    }

    /** What is wrong with a document by a schema; remembers which declared members it has. */
    List<String> faults(String schema, String text) {
        ObjectNode root = json.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", SCHEMAS + schema);
        root.set("components", document.get("components"));
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
        JsonNode node = json.readTree(text);
        see(schema, schemas.get(schema), node);
        return compiled.validate(node).stream().map(Error::toString).toList();
    }

    private void see(String name, JsonNode schema, JsonNode node) {
        if (schema.has("$ref")) {
            String target = schema.get("$ref").asString().substring(SCHEMAS.length());
            see(target, schemas.get(target), node);
        } else if (schema.has("items")) {
            node.forEach(item -> see(name, schema.get("items"), item));
        } else if (schema.has("properties")) {
            node.propertyStream()
                    .filter(member -> schema.get("properties").has(member.getKey()))
                    .forEach(member -> {
                        seen.add(name + "." + member.getKey());
                        see(
                                name + "." + member.getKey(),
                                schema.at("/properties/" + member.getKey()),
                                member.getValue());
                    });
        }
    }

    /** The declared members that no document had so far, as {@code Schema.member}. */
    Set<String> unseen() {
        Set<String> unseen = new TreeSet<>();
        schemas.propertyStream().forEach(schema -> declare(schema.getKey(), schema.getValue(), unseen));
        unseen.removeAll(seen);
        return unseen;
    }

    private static void declare(String name, JsonNode schema, Set<String> declared) {
        JsonNode object = schema.has("items") ? schema.get("items") : schema;
        object.path("properties").propertyStream().forEach(member -> {
            declared.add(name + "." + member.getKey());
            declare(name + "." + member.getKey(), member.getValue(), declared);
        });
    }

    private ObjectNode merged(ObjectNode schema) {
        if (!schema.has("allOf")) {
            return schema;
        }
        ObjectNode merged = json.createObjectNode();
        merged.put("type", "object");
        for (JsonNode part : schema.get("allOf")) {
            JsonNode resolved =
                    part.has("$ref") ? schemas.get(part.get("$ref").asString().substring(SCHEMAS.length())) : part;
            merged.withObjectProperty("properties").setAll((ObjectNode) resolved.get("properties"));
            resolved.get("required").forEach(merged.withArrayProperty("required")::add);
        }
        return merged;
    }

    private void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(this::close);
    }
}
