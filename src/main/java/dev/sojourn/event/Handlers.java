package dev.sojourn.event;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls the {@code on} overload that is declared for an event's type: what a pattern switch over a sealed family would
 * do, for Java 17. A type without an overload is a programming error, which a test finds by {@link #types()}.
 *
 * @param <T> the class that declares the overloads, each {@code void on(SomeEvent, Header)}, not private
 */
public final class Handlers<T> {

    private final Map<Class<?>, MethodHandle> byType = new HashMap<>();

    private Handlers() {}

    /**
     * Finds the overloads.
     *
     * @param lookup from within the declaring class
     */
    public static <T> Handlers<T> of(Class<T> declaring, MethodHandles.Lookup lookup) {
        var handlers = new Handlers<T>();
        for (Method method : declaring.getDeclaredMethods()) {
            if (method.getName().equals("on") && method.getParameterCount() == 2) {
                try {
                    handlers.byType.put(method.getParameterTypes()[0], lookup.unreflect(method));
                } catch (IllegalAccessException wrongLookup) {
                    throw new IllegalArgumentException(wrongLookup);
                }
            }
        }
        return handlers;
    }

    /** The types that have an overload. */
    public java.util.Set<Class<?>> types() {
        return byType.keySet();
    }

    /** Whether there is an overload for an event. */
    public boolean handle(T handler, Event event, Header header) {
        var method = byType.get(event.getClass());
        if (method == null) {
            return false;
        }
        try {
            method.invoke(handler, event, header);
            return true;
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
