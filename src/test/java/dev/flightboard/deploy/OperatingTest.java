package dev.flightboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Holds docs/operating.md, the alerts and the dashboard against the code and each other. */
class OperatingTest {

    private static final Path RULES = Path.of("compose", "prometheus", "rules.yml");
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Path PROMETHEUS = Path.of("compose", "prometheus", "prometheus.yml");
    private static final Path DASHBOARD = Path.of("compose", "grafana", "flightboard.json");
    private static final Path GATEWAY = Path.of("compose", "gateway", "board.conf");
    private static final Path IMAGE = Path.of("src", "main", "docker", "Dockerfile");
    private static final Pattern METRIC = Pattern.compile("flightboard_[a-z_]+[a-z]");
    // The dashboard is JSON, where a quotation mark has a backslash before it.
    private static final Pattern JOB = Pattern.compile("\\bjob=\\\\?\"(\\w+)");

    @Test
    void everySettingIsDocumentedWithItsDefaultAndNoOtherIs() {
        List<String> declared = Settings.all().stream()
                .map(each -> "`" + each.environmentName() + "` |"
                        + (each.fallback() == null ? " " : " `" + each.fallback() + "` "))
                .sorted()
                .toList();

        List<String> documented = Pattern.compile("^\\| (`FLIGHTBOARD_\\w+` \\| ?(?:`[^`]*` )?)\\|", Pattern.MULTILINE)
                .matcher(OperatingGuide.text())
                .results()
                .map(row -> row.group(1))
                .sorted()
                .toList();

        assertThat(documented).isEqualTo(declared);
    }

    @Test
    void alertsAndDashboardUseDocumentedMetrics() {
        assertThat(metrics(Yaml.text(RULES))).isSubsetOf(OperatingGuide.metrics());
        assertThat(metrics(Yaml.text(DASHBOARD))).isSubsetOf(OperatingGuide.metrics());
    }

    @Test
    void everyAlertSaysWhatItIsAndWhereTheRunbookHelps() {
        Set<String> chapters = Pattern.compile("^### (.*)$", Pattern.MULTILINE)
                .matcher(OperatingGuide.text())
                .results()
                .map(heading -> heading.group(1).toLowerCase().replace(",", "").replace(' ', '-'))
                .collect(Collectors.toSet());

        assertThat(Yaml.read(RULES).at("/groups/0/rules")).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            String[] runbook = rule.at("/annotations/runbook").asText().split("#");
            assertThat(runbook[0]).isEqualTo("docs/operating.md");
            assertThat(runbook[1]).isIn(chapters);
        });
    }

    @Test
    void clusterAndComposeAlertOnTheSame() {
        JsonNode cluster = Yaml.read(Manifest.ROOT.resolve("components/prometheus/alerts.yml"))
                .path("spec");

        assertThat(cluster).isEqualTo(Yaml.read(RULES));
    }

    @Test
    void alertsAndDashboardNameTheJobThatReplicasHaveInComposeAndInTheCluster() {
        Set<String> jobs = JOB.matcher(Yaml.text(RULES) + Yaml.text(DASHBOARD))
                .results()
                .map(job -> job.group(1))
                .collect(Collectors.toSet());

        String inCompose =
                Yaml.read(PROMETHEUS).at("/scrape_configs/0/job_name").asText();
        assertThat(jobs).containsExactly(inCompose).containsExactly(jobInTheCluster());
    }

    @Test
    void composesGatewayForwardsTheDescriptionOfHttpAndNothingElseUnderItsPath() {
        assertThat(Yaml.text(GATEWAY))
                .contains("location = /q/openapi {\n    proxy_pass http://$board;\n}")
                .contains("location /q/ {\n    return 404;\n}");
    }

    @Test
    void theRunbookTakesItsToolsFromTheJdkOfTheImagesJre() {
        String jre = Pattern.compile("^FROM (\\S+)$", Pattern.MULTILINE)
                .matcher(Yaml.text(IMAGE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(jre).endsWith("-jre");
        assertThat(OperatingGuide.text()).contains("--image=" + jre.replaceFirst("-jre$", "-jdk") + " ");
    }

    @Test
    void alertsFireWhenTheyMustAndOnlyThen() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PROMTOOL), PROMTOOL + " is not on this machine");

        Process promtool = new ProcessBuilder(PROMTOOL.toString(), "test", "rules", "src/test/resources/alerts.yml")
                .redirectErrorStream(true)
                .start();

        assertThat(promtool.inputReader().lines()).contains("  SUCCESS");
        assertThat(promtool.waitFor()).isZero();
    }

    /** As Prometheus' operator decides it: the Service's label that the monitor names; without one, the Service's name. */
    private static String jobInTheCluster() {
        Manifest monitor = inTheCluster("ServiceMonitor");
        Manifest service = inTheCluster("Service");
        assertThat(monitor.at("/spec/selector/matchLabels").properties())
                .isNotEmpty()
                .isSubsetOf(service.at("/metadata/labels").properties());
        String label = monitor.at("/spec/jobLabel").asText();
        return service.at("/metadata/labels").path(label).asText(service.name());
    }

    private static Manifest inTheCluster(String kind) {
        return Yaml.all(Yaml.text(Manifest.ROOT.resolve("components/prometheus/monitor.yml"))).stream()
                .map(Manifest::new)
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    // Of a histogram, the part is used.
    private static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
