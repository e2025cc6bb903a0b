package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.oneOf;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.sometimes;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.lineageui.api.Route.Answered;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What happens, as it happens.
final class EventRoutes {
    static final List<String> TOPICS = List.of("runs", "status", "definitions");

    private final EventFeed feed;

    EventRoutes(EventFeed feed) {
        this.feed = feed;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/events",
                "What happens, as server-sent events: a run that changes, that the status is another, and that the declarations are. An event without news says hello, or reset to who missed some",
                new Answered(
                        200,
                        "text/event-stream",
                        "Events without an end. The schema is that of each of them, as OpenAPI 3.2 has it; the id is seq.",
                        object(
                                member("id", text()),
                                member(
                                        "data",
                                        Map.of("type", "string", "contentMediaType", "application/json", "contentSchema", ref("Event"))),
                                sometimes("event", oneOf(List.of("message"))))),
                call -> new Reply.Events(sink -> send(call, sink)),
                Parameter.someOf("topics", "What to tell of; by default all", TOPICS),
                Parameter.header(
                        "Last-Event-ID",
                        "The id of the last event that was heard, to go on behind it",
                        new Parameter.Form.HeaderText())));
    }

    private void send(Call call, Reply.Sink sink) throws IOException, InterruptedException {
        Set<String> topics = new TreeSet<>(List.of(call.text("topics").orElse(String.join(",", TOPICS)).split(",")));
        String last = call.text("Last-Event-ID").orElse("");
        try (EventFeed.Listener listener = feed.listen(last.matches("[0-9]{1,18}") ? Long.parseLong(last) : 0)) {
            sink.write("retry: 1000\n\n");
            while (!feed.isClosed()) {
                List<EventFeed.Event> events = listener.next();
                StringBuilder text = new StringBuilder(events.isEmpty() ? ": still here\n\n" : "");
                for (EventFeed.Event event : events) {
                    if (topics.contains(event.topic()) || !TOPICS.contains(event.topic())) {
                        text.append("id: ").append(event.seq()).append("\ndata: ").append(event.json()).append("\n\n");
                    }
                }
                sink.write(text.toString());
            }
        }
    }
}
