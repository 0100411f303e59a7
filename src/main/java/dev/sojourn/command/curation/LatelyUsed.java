package dev.sojourn.command.curation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.caching.WeakReferenceCache;

/**
 * Aggregates that are in memory anyway, and those lately used: who corrects a person's history asks for the same one again
 * and again, and the garbage collector takes what nobody else holds.
 */
final class LatelyUsed extends WeakReferenceCache {

    private static final int HELD = 4_096;

    private final Map<Object, Object> held = Collections.synchronizedMap(new Latest());

    private static final class Latest extends LinkedHashMap<Object, Object> {
        private static final long serialVersionUID = 1;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > HELD;
        }
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
    public <K, V> V get(K key) {
        V found = super.get(key);
        if (found != null) {
            held.put(key, found);
        }
        return found;
    }

    @Override
    public void put(Object key, Object value) {
        super.put(key, value);
        held.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        boolean absent = super.putIfAbsent(key, value);
        if (absent) {
            held.put(key, value);
        }
        return absent;
    }

    @Override
    public boolean remove(Object key) {
        held.remove(key);
        return super.remove(key);
    }

    @Override
    public void removeAll() {
        held.clear();
        super.removeAll();
    }
}
