package dev.sojourn.fault.power;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** An open file that tells its {@link PowerlessDisk}; forcing it does no more than that, since the machine stays on. */
final class PowerlessChannel extends FileBaseDefault {

    private final FileChannel file;
    private final PowerlessDisk disk;

    PowerlessChannel(FileChannel file, PowerlessDisk disk) {
        this.file = file;
        this.disk = disk;
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
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            file.write(rest, at + rest.position());
        }
        disk.write(at, bytes);
        return bytes.length;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate(size);
        disk.cut(size);
    }

    @Override
    public void force(boolean metadata) {
        disk.force();
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
