package dev.weir.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/// Tells javac what is wrong, and where. What is found twice on different ways, such as a malformed date in an
/// annotation that many classes share, is told once.
final class Complaints {

    private final Messager messager;
    private final Set<Told> told = new HashSet<>();
    private int count;

    Complaints(Messager messager) {
        this.messager = messager;
    }

    void at(Place place, String message) {
        count++;
        if (told.add(new Told(place, message))) {
            messager.printMessage(Diagnostic.Kind.ERROR, message, place.element(), place.annotation(), place.value());
        }
    }

    void without(String message) {
        count++;
        messager.printMessage(Diagnostic.Kind.ERROR, message);
    }

    int count() {
        return count;
    }

    private record Told(Place place, String message) {}
}
