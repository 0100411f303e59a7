package dev.sojourn.fault.power;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file that tells its {@link PowerlessDisk}; forcing it does no more than that, since the machine stays on. */
final class RecordedChannel extends FileChannel {

    private final FileChannel file;
    private final PowerlessDisk disk;
    private final Runnable force;
    private final boolean appending;

    RecordedChannel(FileChannel file, PowerlessDisk disk, Runnable force, boolean appending) {
        this.file = file;
        this.disk = disk;
        this.force = force;
        this.appending = appending;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        long at = appending ? file.size() : file.position();
        int written = write(source, at);
        file.position(at + written);
        return written;
    }

    @Override
    public int write(ByteBuffer source, long at) throws IOException {
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
            if (appending) {
                file.write(rest);
            } else {
                file.write(rest, at + rest.position());
            }
        }
        disk.write(at, bytes);
        return bytes.length;
    }

    @Override
    public long write(ByteBuffer[] sources, int from, int count) throws IOException {
        long written = 0;
        for (int n = from; n < from + count; n++) {
            written += write(sources[n]);
        }
        return written;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        if (size < file.size()) {
            file.truncate(size);
            disk.cut(size);
        }
        return this;
    }

    @Override
    public void force(boolean metadata) {
        force.run();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return file.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int from, int count) throws IOException {
        return file.read(targets, from, count);
    }

    @Override
    public int read(ByteBuffer target, long at) throws IOException {
        return file.read(target, at);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long at) throws IOException {
        file.position(at);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public long transferTo(long at, long count, WritableByteChannel target) throws IOException {
        return file.transferTo(at, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new UnsupportedOperationException("would not be recorded");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long at, long size) {
        throw new UnsupportedOperationException("would not be recorded");
    }

    @Override
    public FileLock lock(long at, long size, boolean shared) throws IOException {
        return file.lock(at, size, shared);
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) throws IOException {
        return file.tryLock(at, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
