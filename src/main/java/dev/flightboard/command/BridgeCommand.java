package dev.flightboard.command;

import dev.flightboard.KafkaSettings;
import dev.flightboard.bridge.Api;
import dev.flightboard.bridge.Bridge;
import dev.flightboard.record.Excerpt;
import dev.flightboard.record.FieldNames;
import dev.flightboard.record.Format;
import dev.flightboard.record.RecordReader;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bridge}: brings what an API lists to the topic, until it is stopped. */
@Command(
        name = "bridge",
        description = "Polls an API that lists flights, and writes to the topic what changed and what went.",
        footer = {
            "",
            "Kafka is set by the service's own variables, KAFKA_BOOTSTRAP_SERVERS and the others; localhost:9092 without.",
            "What is secret goes into a file: bridge URL @FILE reads further arguments from it, one a line.",
            "docs/bridge.md says more."
        })
final class BridgeCommand implements Callable<Integer> {

    // An entry of an API may have far more than a flight's fields.
    private static final int MAX_ENTRY_BYTES = 1 << 20;

    @Parameters(paramLabel = "URL", description = "Answers with a JSON list of flights.")
    private URI url;

    @Option(
            names = "--key",
            split = ",",
            defaultValue = "id",
            description =
                    "What names a flight's leg for its whole life: one name of the API's, or several with commas between.")
    private List<String> key;

    @Option(
            names = "--fields",
            defaultValue = "${env:FLIGHTBOARD_FEED_FIELDS:-}",
            converter = FieldMapping.class,
            description = "The API's names, as flight=flightNumber,origin=departure.iata.")
    private FieldNames fields;

    @Option(names = "--time-zone", defaultValue = "${env:FLIGHTBOARD_TIME_ZONE:-UTC}", description = "The airport's.")
    private ZoneId timeZone;

    @Option(names = "--list", defaultValue = "", description = "The way to the list, as data.flights.")
    private String list;

    @Option(
            names = "--next",
            defaultValue = "",
            description = "The way to the next page's address, as links.next. A Link header needs none.")
    private String next;

    @Option(names = "--page", description = "The name in the query that counts pages, until one is empty.")
    private String page;

    @Option(names = "--first-page", defaultValue = "1", description = "Where it begins to count; 1 by default.")
    private int firstPage;

    @Option(names = "--header", paramLabel = "NAME:VALUE", description = "Of each request.")
    private List<String> headers = List.of();

    @Option(
            names = "--every",
            defaultValue = "30s",
            converter = DurationText.class,
            description = "From poll to poll; 30s by default.")
    private Duration every;

    @Option(
            names = "--requests-per-minute",
            defaultValue = "60",
            description = "At most, pages among them; 60 by default.")
    private int requestsPerMinute;

    @Option(
            names = "--lists",
            defaultValue = "3",
            description = "In how many whole lists in a row a flight must be missing to be gone; 3 by default.")
    private int lists;

    @Option(
            names = "--topic",
            defaultValue = "${env:FLIGHTBOARD_TOPIC:-flight-states}",
            description = "Of flight states.")
    private String topic;

    @Option(
            names = "--name",
            description =
                    "Of this bridge, in its records: it removes only what it wrote. By default the URL's host and path.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Api api = api();
        PrintWriter out = spec.commandLine().getErr();
        KafkaSettings kafka = kafka();
        RecordReader reader = new RecordReader(timeZone, MAX_ENTRY_BYTES, Format.PLAIN, fields);
        String own = name == null ? api.place() : name;
        try (Bridge bridge =
                new Bridge(api, reader, requestsPerMinute, kafka.shared(), topic, own, lists, Clock.systemUTC())) {
            out.println("flightboard: from " + api.place() + " to topic " + topic + " on " + kafka.servers());
            out.flush();
            BridgeLog log = new BridgeLog(out, kafka::withoutSecrets);
            Pauses pauses = new Pauses(every);
            while (!Thread.interrupted()) {
                Bridge.Round round = bridge.round();
                log.add(round);
                Thread.sleep(pauses.after(round.trouble() == null, round.retryAfter())
                        .toMillis());
            }
        }
        return 0;
    }

    private Api api() {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(url.getScheme() + ": is no http:// or https:// address");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException(
                    "the URL has no host that can be asked: a host's name has letters, digits,"
                            + " dots and hyphens in it, and no underscore");
        }
        if (requestsPerMinute < 1 || lists < 1 || every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("--requests-per-minute, --lists and --every are above 0");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (String header : headers) {
            String[] parts = header.split(":", 2);
            if (parts.length < 2) throw new IllegalArgumentException("--header is NAME:VALUE");
            named.put(parts[0].strip(), parts[1].strip());
        }
        named.forEach(this::checkHeader);
        return new Api(
                url,
                named,
                Api.path(list),
                Api.path(next),
                page,
                firstPage,
                key.stream().map(Api::path).toList());
    }

    /** What is wrong with a header is said without its value, which may be secret. */
    private void checkHeader(String header, String value) {
        try {
            HttpRequest.newBuilder(url).setHeader(header, value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("--header " + Excerpt.of(header)
                    + " cannot be sent: it is a name that may not be set, or a character in it is not allowed");
        }
    }

    private static KafkaSettings kafka() {
        // What its clients have to tell is told by what they throw.
        Logger.getLogger("org.apache.kafka").setLevel(Level.OFF);
        Config config = new SmallRyeConfigBuilder().addDefaultSources().build();
        String servers = config.getOptionalValue("kafka.bootstrap.servers", String.class)
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .orElse("localhost:9092");
        KafkaSettings settings = new KafkaSettings(config, servers);
        settings.check();
        return settings;
    }
}
