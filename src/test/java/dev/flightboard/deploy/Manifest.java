package dev.flightboard.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object for Kubernetes, as it would be applied. */
record Manifest(JsonNode tree) {

    static final Path ROOT = Path.of("k8s");
    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    /** Every complete object that the files hold; patches, which are parts of one, are not among them. */
    static List<Manifest> plain() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(each -> each.getFileName().toString().equals("kustomization.yml"))
                    .sorted()
                    .flatMap(Manifest::resources)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Manifest> resources(Path kustomization) {
        JsonNode names = Yaml.read(kustomization).path("resources");
        return StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asText)
                .filter(name -> name.endsWith(".yml"))
                .flatMap(name -> Yaml.all(Yaml.text(kustomization.resolveSibling(name))).stream())
                .map(Manifest::new);
    }

    /** What {@code kubectl apply -k} would send; empty on a machine without kubectl. */
    static Optional<List<Manifest>> rendered(Path overlay) {
        try {
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", overlay.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (kubectl.waitFor() != 0) throw new AssertionError("kubectl kustomize " + overlay + " failed");
            return Optional.of(Yaml.all(text).stream().map(Manifest::new).toList());
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String kind() {
        return tree.path("kind").asText();
    }

    String apiVersion() {
        return tree.path("apiVersion").asText();
    }

    String name() {
        return tree.path("metadata").path("name").asText();
    }

    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    /** Of a Deployment or StatefulSet. */
    JsonNode podSpec() {
        return at("/spec/template/spec");
    }

    /** Whether the schemas know it; those of other makers are not among them. */
    boolean isKubernetesOwn() {
        return !apiVersion().contains(".")
                || apiVersion().contains(".k8s.io/") && !apiVersion().startsWith("gateway.");
    }

    /** Throws what does not fit Kubernetes' schema: an unknown field, a missing one, one of another type. */
    void validate() {
        String version = apiVersion().substring(apiVersion().lastIndexOf('/') + 1);
        String model = MODELS + version.substring(0, 1).toUpperCase() + version.substring(1) + kind();
        try {
            JsonElement json = JsonParser.parseString(tree.toString());
            Class.forName(model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, json);
        } catch (InvocationTargetException e) {
            throw new AssertionError(this + ": " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(this + " is of no known kind", e);
        }
    }

    @Override
    public String toString() {
        return apiVersion() + " " + kind() + " " + name();
    }
}
