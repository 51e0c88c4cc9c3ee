package dev.flightboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {

    private static final Set<String> OF_OTHER_MAKERS =
            Set.of("HTTPRoute", "KafkaTopic", "KafkaUser", "ServiceMonitor", "PrometheusRule");

    static Stream<Manifest> plain() {
        return Manifest.plain().stream();
    }

    static Stream<Manifest> pods(List<Manifest> manifests) {
        return manifests.stream().filter(each -> !each.podSpec().isMissingNode());
    }

    @ParameterizedTest
    @MethodSource("plain")
    void everyObjectFitsItsSchema(Manifest manifest) {
        if (manifest.isKubernetesOwn()) manifest.validate();
        else assertThat(manifest.kind()).isIn(OF_OTHER_MAKERS);
    }

    @Test
    void misspeltFieldDoesNotFit() {
        Manifest deployment = only(Manifest.plain(), "Deployment", "flightboard");
        ((ObjectNode) deployment.podSpec()).put("terminationGraceSeconds", 1);

        assertThatThrownBy(deployment::validate).hasMessageContaining("terminationGraceSeconds");
    }

    @Test
    void podsMeetTheRestrictedProfile() {
        assertThat(pods(Manifest.plain())).hasSize(3).allSatisfy(RestrictedProfile::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void renderedOverlayFitsTheSchemasAndTheRestrictedProfile(String overlay) {
        List<Manifest> manifests = rendered(overlay);

        assertThat(manifests).filteredOn(Manifest::isKubernetesOwn).allSatisfy(Manifest::validate);
        assertThat(pods(manifests)).isNotEmpty().allSatisfy(RestrictedProfile::check);
        assertThat(only(manifests, "Namespace", "flightboard")
                        .at("/metadata/labels")
                        .toString())
                .contains("\"pod-security.kubernetes.io/enforce\":\"restricted\"");
    }

    @Test
    void aClusterHasARouteAndALaptopNeedsNoGateway() {
        assertThat(rendered("production"))
                .extracting(Manifest::kind)
                .contains("HTTPRoute")
                .doesNotContain("Ingress");
        assertThat(rendered("local")).extracting(Manifest::kind).doesNotContain("HTTPRoute", "Ingress");
    }

    @Test
    void aStreamHasNoTimeLimitOnItsRoute() {
        Manifest route = only(Manifest.plain(), "HTTPRoute", "flightboard");

        assertThat(route.at("/spec/rules/0/matches/0/path/value").asText()).isEqualTo("/events");
        assertThat(route.at("/spec/rules/0/timeouts/request").asText()).isEqualTo("0s");
        assertThat(route.at("/spec/rules/0/timeouts/backendRequest").asText()).isEqualTo("0s");
    }

    @Test
    void theIngressTakesTheRoutesPlace() throws IOException {
        Path overlay = Files.createDirectories(Path.of("target", "kustomize"));
        Files.writeString(
                overlay.resolve("kustomization.yml"),
                "resources: [../../k8s/base]\ncomponents: [../../k8s/components/ingress]\n");

        assertThat(rendered(overlay))
                .extracting(Manifest::kind)
                .contains("Ingress")
                .doesNotContain("HTTPRoute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everySettingIsOneOfTheService(String overlay) {
        Manifest settings = rendered(overlay).stream()
                .filter(each -> each.kind().equals("ConfigMap"))
                .findFirst()
                .orElseThrow();

        List<String> names = new ArrayList<>();
        settings.at("/data").fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .contains("KAFKA_BOOTSTRAP_SERVERS")
                .filteredOn(name -> name.startsWith("FLIGHTBOARD_"))
                .isNotEmpty()
                .allMatch(name -> Settings.all().stream()
                        .anyMatch(each -> each.environmentName().equals(name)));
    }

    @Test
    void graceCoversThePauseTheDrainAndTheStop() {
        JsonNode pod = only(Manifest.plain(), "Deployment", "flightboard").podSpec();
        int grace = pod.path("terminationGracePeriodSeconds").asInt();
        int pause = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
        int drain = Integer.parseInt(setting("base", "FLIGHTBOARD_STREAM_DRAIN").replace("s", ""));

        assertThat(pause).isPositive();
        // The feed and the server stop within seconds; a busy node takes its time.
        assertThat(grace).isGreaterThanOrEqualTo(pause + drain + 15);
    }

    @Test
    void noReplicaGoesBeforeAnotherIsThere() {
        Manifest deployment = only(Manifest.plain(), "Deployment", "flightboard");

        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1))
                .isZero();
        assertThat(deployment.at("/spec/replicas").isMissingNode()).isTrue();
    }

    @Test
    void servicesSetNoVariablesThatTheServiceTakesForItsSettings() {
        assertThat(pods(Manifest.plain()))
                .allMatch(each -> !each.podSpec().path("enableServiceLinks").asBoolean(true));
    }

    @Test
    void managementPortIsForTheClusterOnly() {
        Manifest policy = only(Manifest.plain(), "NetworkPolicy", "flightboard");
        Manifest service = only(Manifest.plain(), "Service", "flightboard");

        assertThat(policy.at("/spec/ingress/0/ports").toString())
                .contains("http")
                .doesNotContain("management");
        assertThat(policy.at("/spec/ingress/1/ports").toString()).contains("management");
        assertThat(policy.at("/spec/ingress/1/from").toString()).isEqualTo("[{\"namespaceSelector\":{}}]");
        assertThat(service.at("/spec/ports").toString()).doesNotContain("management");
    }

    @Test
    void productionDoesNotTrustEveryPrivateAddressToNameTheClient() {
        String proxies = "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES";

        assertThat(setting("overlays/production", proxies).split(","))
                .doesNotContain(setting("base", proxies).split(","));
    }

    @Test
    void theRuleThatTheGuideHasForATokensIssuerLetsItsPortOut() throws IOException {
        Path overlay = Files.createDirectories(Path.of("target", "kustomize", "oauth"));
        Files.writeString(
                overlay.resolve("kustomization.yml"), "resources: [../../../k8s/base]\n" + OperatingGuide.issuerRule());

        Manifest policy = only(rendered(overlay), "NetworkPolicy", "flightboard");

        policy.validate();
        assertThat(policy.at("/spec/egress").findValuesAsText("port")).contains("53", "9092", "443");
    }

    private static String setting(String folder, String name) {
        Path kustomization = Manifest.ROOT.resolve(folder).resolve("kustomization.yml");
        for (JsonNode literal : Yaml.read(kustomization).at("/configMapGenerator/0/literals")) {
            if (literal.asText().startsWith(name + "=")) return literal.asText().substring(name.length() + 1);
        }
        throw new AssertionError(name + " is not set");
    }

    private static List<Manifest> rendered(String overlay) {
        return rendered(Manifest.ROOT.resolve("overlays").resolve(overlay));
    }

    private static List<Manifest> rendered(Path overlay) {
        Optional<List<Manifest>> manifests = Manifest.rendered(overlay);
        Assumptions.assumeTrue(manifests.isPresent(), "kubectl, which renders the overlays, is not on this machine");
        return manifests.get();
    }

    private static Manifest only(List<Manifest> manifests, String kind, String name) {
        return manifests.stream()
                .filter(each -> each.kind().equals(kind) && each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
