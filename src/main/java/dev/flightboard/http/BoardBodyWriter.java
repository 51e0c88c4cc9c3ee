package dev.flightboard.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends a body straight from its own memory; every other writer of Quarkus would copy it for each request. */
@Provider
class BoardBodyWriter implements ServerMessageBodyWriter<BoardBody.Form> {

    private final UnsentMemory memory;
    private final Vertx vertx;

    BoardBodyWriter(UnsentMemory memory, Vertx vertx) {
        this.memory = memory;
        this.vertx = vertx;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == BoardBody.Form.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == BoardBody.Form.class;
    }

    @Override
    public void writeResponse(BoardBody.Form form, Type generic, ServerRequestContext context) {
        HttpServerRequest request = ((ResteasyReactiveRequestContext) context).unwrap(HttpServerRequest.class);
        memory.hold(form, form.bytes().capacity());
        try {
            Future<Void> sent = request.response().end(form.buffer()).onComplete(taken -> memory.release(form));
            if (!sent.isComplete()) limit(request, sent);
        } catch (RuntimeException gone) {
            memory.release(form);
            throw gone;
        }
    }

    private void limit(HttpServerRequest request, Future<Void> sent) {
        long timer = vertx.setPeriodic(UnsentMemory.LONGEST_MILLIS, late -> {
            if (memory.isShort()) Transport.cut(request);
        });
        sent.onComplete(taken -> vertx.cancelTimer(timer));
    }

    @Override
    public void writeTo(
            BoardBody.Form form,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("only a response of the service itself is written");
    }
}
