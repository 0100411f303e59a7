package dev.sojourn.bench.ledger;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The most memory that was in use right after any collection: what could not be thrown away, and a little more. */
final class MostInUse implements AutoCloseable {

    private final AtomicLong most = new AtomicLong();
    private final NotificationListener listener = (notification, unused) -> {
        var collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        long used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> pool.getKey().startsWith("G1 "))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        most.accumulateAndGet(used, Math::max);
    };

    /** Begins to watch. */
    MostInUse() {
        System.gc();
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector).addNotificationListener(listener, null, null));
    }

    /** Megabytes so far. */
    double megabytes() {
        MemoryUsage now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return (most.get() == 0 ? now.getUsed() : most.get()) / 1e6;
    }

    @Override
    public void close() {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> {
            try {
                ((NotificationEmitter) collector).removeNotificationListener(listener);
            } catch (javax.management.ListenerNotFoundException gone) {
                throw new IllegalStateException(gone);
            }
        });
    }
}
