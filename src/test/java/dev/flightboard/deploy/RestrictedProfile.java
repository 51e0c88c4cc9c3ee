package dev.flightboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What Kubernetes' restricted Pod Security Standard asks of a pod, and that its parts are bounded. */
final class RestrictedProfile {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private RestrictedProfile() {}

    static void check(Manifest manifest) {
        JsonNode pod = manifest.podSpec();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt(1)).isNotZero();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        for (String shared : Set.of("hostNetwork", "hostPID", "hostIPC")) {
            assertThat(pod.path(shared).asBoolean()).isFalse();
        }
        for (JsonNode volume : pod.path("volumes")) {
            volume.fieldNames().forEachRemaining(kind -> {
                if (!kind.equals("name")) assertThat(kind).isIn(VOLUMES);
            });
        }
        assertThat(pod.path("containers")).isNotEmpty().allSatisfy(RestrictedProfile::checkContainer);
        assertThat(pod.path("initContainers")).allSatisfy(RestrictedProfile::checkContainer);
    }

    private static void checkContainer(JsonNode container) {
        JsonNode security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("privileged").asBoolean()).isFalse();
        assertThat(security.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
        assertThat(container.path("ports"))
                .allMatch(port -> port.path("hostPort").isMissingNode());
        // Not of the profile, and asked of every container here.
        assertThat(container.at("/resources/requests/cpu").isMissingNode()).isFalse();
        assertThat(container.at("/resources/limits/memory")).isEqualTo(container.at("/resources/requests/memory"));
    }
}
