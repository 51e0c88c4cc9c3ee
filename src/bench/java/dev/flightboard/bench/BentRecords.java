package dev.flightboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How long a start takes over a topic of records in the contract's form, and over one in which every field is bent. */
final class BentRecords {

    private static final int RECORDS = 100_000;
    private static final int ROUNDS = 3;
    private static final double LEAST_RECORDS_A_SECOND = 20_000;

    private static final String PLAIN = """
            {"flight":"I%1$d","state":"landing","origin":"Rome","scheduled":"2099-01-01T10:10:00Z",\
            "estimated":"2099-01-01T10:15:00Z","airline":"Air","terminal":"1","gate":"B1","belt":"3",\
            "codeshares":["BA123"]}""";
    private static final String BENT = """
            {"flight":"i %1$d ","state":"LANDING","origin":" Rome","scheduled":"2099-01-01 10:10",\
            "estimated":4070945700000,"airline":"Air\\t","terminal":1,"gate":{"name":"B1"},"belt":["3"],\
            "codeshares":"ba 123"}""";

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    BentRecords(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void run() throws Exception {
        int records = settings.sized(RECORDS);
        report.section(String.format(Locale.ROOT, "bent: a start over %,d records; medians of %d", records, ROUNDS));
        report.line("| records | JVM up to caught up s | CPU s | bent fields |");
        report.line("|---|---|---|---|");
        String plainTopic = fill(PLAIN, records);
        String bentTopic = fill(BENT, records);
        double[] plain = new double[ROUNDS];
        double[] bent = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = start("plain", plainTopic);
            bent[round] = start("bent", bentTopic);
        }
        report.limit("bent within a fifth of plain", median(bent) / median(plain), 1.2, " of it");
        report.limit(
                "bent: 20,000 records a second, the JVM's start included",
                records / median(bent) >= LEAST_RECORDS_A_SECOND,
                "%,.0f records/s",
                records / median(bent));
    }

    private String fill(String form, int records) throws Exception {
        String topic = "flight-states-" + System.nanoTime();
        // It makes the topic.
        new Load(new Plan(0, 1, 0), broker.servers(), topic).close();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.servers()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(
                        topic, ("I" + i).getBytes(UTF_8), form.formatted(i).getBytes(UTF_8)));
            }
        }
        return topic;
    }

    private double start(String records, String topic) throws Exception {
        try (Server server = Contender.FLIGHTBOARD.start(settings, broker.servers(), topic, FanOut.WINDOW_MILLIS)) {
            double seconds = StartLog.toCaughtUp(server.jvm()).toMillis() / 1e3;
            report.line(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.1f | %,.0f |",
                    records,
                    seconds,
                    server.jvm().cpuMicros() / 1e6,
                    server.metric("flightboard_feed_bent_total")));
            return seconds;
        }
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
