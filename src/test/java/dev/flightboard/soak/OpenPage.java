package dev.flightboard.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.flightboard.support.Chromium;

/** A page that somebody left open, and the worker that has its stream: what each keeps in memory. Of the test's thread. */
final class OpenPage {

    private static final double MEGABYTE = 1 << 20;

    private final Page page;
    private final CDPSession tab;
    private final CDPSession browser;
    private final String worker;
    private String answer;

    OpenPage(Chromium chromium, Page page) {
        this.page = page;
        tab = page.context().newCDPSession(page);
        browser = chromium.session();
        browser.on(
                "Target.receivedMessageFromTarget",
                event -> answer = event.get("message").getAsString());
        JsonObject which = new JsonObject();
        which.add("targetId", sharedWorker().get("targetId"));
        worker = browser.send("Target.attachToTarget", which).get("sessionId").getAsString();
    }

    private JsonObject sharedWorker() {
        for (JsonElement each : browser.send("Target.getTargets").getAsJsonArray("targetInfos")) {
            if (each.getAsJsonObject().get("type").getAsString().equals("shared_worker")) return each.getAsJsonObject();
        }
        throw new IllegalStateException("the page has no worker");
    }

    double heapMegabytes() {
        tab.send("HeapProfiler.collectGarbage");
        return used(tab.send("Runtime.getHeapUsage"));
    }

    double workersHeapMegabytes() {
        ask("HeapProfiler.collectGarbage");
        return used(ask("Runtime.getHeapUsage").getAsJsonObject("result"));
    }

    /** Playwright has no session with a shared worker; the browser passes on what it is asked. */
    private JsonObject ask(String method) {
        JsonObject message = new JsonObject();
        message.addProperty("sessionId", worker);
        message.addProperty("message", "{\"id\":1,\"method\":\"%s\"}".formatted(method));
        answer = null;
        browser.send("Target.sendMessageToTarget", message);
        page.waitForCondition(() -> answer != null);
        return JsonParser.parseString(answer).getAsJsonObject();
    }

    private static double used(JsonObject usage) {
        return usage.get("usedSize").getAsDouble() / MEGABYTE;
    }
}
