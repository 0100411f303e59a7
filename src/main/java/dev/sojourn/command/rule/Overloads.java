package dev.sojourn.command.rule;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Calls, for a message, the overload of a method that takes its class: {@code decide(EndAffiliation)} for an
 * {@code EndAffiliation}. Java 17 cannot switch over patterns.
 *
 * @param <M> a sealed family of messages; a class that lacks an overload for one of its records does not load
 * @param <R> what the overloads return, {@link Void} for nothing
 */
public final class Overloads<M, R> {

    private final Map<Class<?>, MethodHandle> byType = new HashMap<>();

    /**
     * The overloads that a class declares under a name. One that takes a sub-family stands for all its records that have
     * none of their own.
     *
     * @throws IllegalStateException if a record of the family has none
     */
    public Overloads(MethodHandles.Lookup in, String method, Class<M> family) {
        records(family).forEach(type -> byType.put(type, find(in, method, type)));
    }

    /** Calls it; what it throws comes through unchanged. */
    @SuppressWarnings("unchecked") // the caller names what the overloads return
    R call(Object target, M message) {
        try {
            return (R) byType.get(message.getClass()).invoke(target, message);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }

    private static MethodHandle find(MethodHandles.Lookup in, String name, Class<?> message) {
        var overloads = Arrays.stream(in.lookupClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .filter(method -> method.getParameterTypes()[0].isAssignableFrom(message))
                .sorted((one, other) ->
                        one.getParameterTypes()[0].isAssignableFrom(other.getParameterTypes()[0]) ? 1 : -1)
                .toList();
        if (overloads.isEmpty()) {
            throw new IllegalStateException(
                    in.lookupClass().getSimpleName() + " has no " + name + "(" + message.getSimpleName() + ")");
        }
        try {
            return in.unreflect(overloads.get(0));
        } catch (IllegalAccessException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses()).flatMap(Overloads::records);
    }
}
