package dev.sojourn.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2's view of a disk that takes some more writes, then none, whoever asks; needs no root. */
public final class FullPath extends FilePathWrapper {

    /** What comes before a path in a database URL. */
    public static final String SCHEME = "full:";

    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

    /** As H2 makes one for each path. */
    public FullPath() {}

    /** From now on so many writes are taken. */
    public static void takes(long writes) {
        FilePath.register(new FullPath());
        LEFT.set(writes);
    }

    /** Whether a write was refused. */
    public static boolean refused() {
        return LEFT.get() < 0;
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public synchronized int read(ByteBuffer target, long at) throws IOException {
            return file.read(target, at);
        }

        @Override
        public synchronized int write(ByteBuffer source, long at) throws IOException {
            if (LEFT.decrementAndGet() < 0) {
                throw new IOException("No space left on device");
            }
            return file.write(source, at);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
