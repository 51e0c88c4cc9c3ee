package dev.flightboard.breaker;

import dev.flightboard.breaker.Fault.Area;
import java.util.List;

/** What breaks in front of the replicas. */
final class GatewayFaults {

    private GatewayFaults() {}

    static List<Fault> of(Parts parts) {
        return List.of(
                new Fault(
                        "gateway killed", Area.GATEWAY, parts.gateway::kill, () -> parts.gateway.start(parts.replicas)),
                new Fault("gateway frozen", Area.GATEWAY, parts.gateway::freeze, parts.gateway::thaw));
    }
}
