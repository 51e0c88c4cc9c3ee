package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.deploy.OperatingGuide;
import dev.flightboard.support.EventStream;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsIT {

    private static final Pattern SAMPLE = Pattern.compile("^(flightboard_\\w+)", Pattern.MULTILINE);

    @Test
    void everyMetricIsDocumentedAndEveryDocumentedOneIsThere() throws Exception {
        TestKafka kafka = TestKafka.shared();
        String topic = kafka.createTopic(1);
        // The first field that is bent makes its metric.
        kafka.send(topic, "I768", "{\"flight\":\"I768\",\"state\":\"Landed\"}");
        Map<String, String> settings = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.servers(),
                "FLIGHTBOARD_TOPIC",
                topic,
                "FLIGHTBOARD_STREAM_MAX_SUBSCRIBERS",
                "1");

        try (Replica replica = Replica.ready(settings);
                EventStream accepted = replica.events("");
                // The first refusal makes its metric.
                EventStream refused = replica.events("")) {

            assertThat(accepted.status()).isEqualTo(200);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(names(replica)).isEqualTo(OperatingGuide.metrics());
        }
    }

    private static Set<String> names(Replica replica) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(replica.managementUri("/q/metrics")).build();
        String samples = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return SAMPLE.matcher(samples)
                .results()
                .map(sample -> sample.group(1).replaceFirst("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
