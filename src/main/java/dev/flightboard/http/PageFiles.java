package dev.flightboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Sends the page's texts to whoever reads gzip, each compressed once. All others are sent as they are, by Quarkus. Its own
 * compression is off: over HTTP/2 it would compress a second time what says that it is compressed. Any thread.
 */
@Singleton
class PageFiles {

    private static final String FOLDER = "META-INF/resources";

    // Texts of the page and its contract; fonts and pictures are compressed as they come. Possessive (*+): otherwise
    // Java's matcher calls itself for each folder, and a path of thousands has no room on the stack.
    private static final Pattern TEXT =
            Pattern.compile("/(?:[\\w-]++/)*+[\\w.-]+\\.(html|js|css|svg|json|yml|webmanifest)");

    // Named by their hash: what such a name stands for never changes. A year is what caches keep at most.
    private static final String FOR_EVER = "public, immutable, max-age=31536000";

    // After the headers that the settings give to a path, and before the files as they are.
    private static final int ORDER = 2;

    /** By path. As many as there are files. */
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    private record Form(Buffer content, String tag) {}

    void serve(@Observes Router router) {
        router.route()
                .order(ORDER)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::answer);
    }

    private void answer(RoutingContext asked) {
        String path = asked.normalizedPath().equals("/") ? "/index.html" : asked.normalizedPath();
        Optional<Form> form = TEXT.matcher(path).matches() ? form(path) : Optional.empty();
        if (form.isEmpty()) {
            asked.next();
            return;
        }
        HttpServerResponse response = asked.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (Preconditions.isAccepted(asked.request().getHeader(HttpHeaders.ACCEPT_ENCODING), "gzip")) {
            send(asked, response, path, form.get());
        } else {
            asked.next();
        }
    }

    private static void send(RoutingContext asked, HttpServerResponse response, String path, Form form) {
        response.putHeader(HttpHeaders.ETAG, '"' + form.tag + '"');
        if (path.startsWith("/assets/")) response.putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        if (Preconditions.isHeld(asked.request().getHeader(HttpHeaders.IF_NONE_MATCH), form.tag)) {
            response.setStatusCode(HttpURLConnection.HTTP_NOT_MODIFIED).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").putHeader(HttpHeaders.CONTENT_TYPE, type(path));
        if (asked.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(form.content.length()))
                    .end();
        } else {
            response.end(form.content);
        }
    }

    private static String type(String path) {
        String type = MimeMapping.getMimeTypeForFilename(path);
        if (type == null) return "text/plain;charset=UTF-8";
        return type.startsWith("text/") ? type + ";charset=UTF-8" : type;
    }

    /** Empty where there is no such file; names that nobody gave to a file are not kept. */
    private Optional<Form> form(String path) {
        Form known = forms.get(path);
        if (known != null) return Optional.of(known);
        Optional<Form> read = read(path);
        read.ifPresent(form -> forms.put(path, form));
        return read;
    }

    private static Optional<Form> read(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(FOLDER + path)) {
            if (file == null) return Optional.empty();
            byte[] text = file.readAllBytes();
            return Optional.of(new Form(Buffer.buffer(Encoded.gzip(text)), Encoded.digest(text) + "-gzip"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
