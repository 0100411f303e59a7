package dev.sojourn.event;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
     * @param beside what each takes after the message
     * @throws IllegalStateException if a record of the family has none
     */
    public Overloads(MethodHandles.Lookup in, String method, Class<M> family, Class<?>... beside) {
        records(family).forEach(type -> byType.put(type, find(in, method, type, List.of(beside))));
    }

    /** Calls it with the message alone; what it throws comes through unchanged. */
    @SuppressWarnings("unchecked") // the caller names what the overloads return
    public R call(Object target, M message) {
        try {
            return (R) (Object) of(message).invokeExact(target, (Object) message);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }

    /** Calls it with one thing beside the message; what it throws comes through unchanged. */
    @SuppressWarnings("unchecked") // the caller names what the overloads return
    public R call(Object target, M message, Object beside) {
        try {
            return (R) (Object) of(message).invokeExact(target, (Object) message, beside);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }

    private MethodHandle of(M message) {
        return byType.get(message.getClass());
    }

    private static MethodHandle find(MethodHandles.Lookup in, String name, Class<?> message, List<Class<?>> beside) {
        var overload = Arrays.stream(in.lookupClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && takes(method, message, beside))
                .reduce((one, other) -> first(one).isAssignableFrom(first(other)) ? other : one)
                .orElseThrow(() -> new IllegalStateException(
                        in.lookupClass().getSimpleName() + " has no " + name + "(" + message.getSimpleName() + ")"));
        try {
            return in.unreflect(overload).asType(MethodType.genericMethodType(2 + beside.size()));
        } catch (IllegalAccessException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static boolean takes(Method method, Class<?> message, List<Class<?>> beside) {
        var types = List.of(method.getParameterTypes());
        return types.size() == 1 + beside.size()
                && types.get(0).isAssignableFrom(message)
                && types.subList(1, types.size()).equals(beside);
    }

    private static Class<?> first(Method method) {
        return method.getParameterTypes()[0];
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses()).flatMap(Overloads::records);
    }
}
