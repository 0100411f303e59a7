package dev.sojourn.exchange.intake;

/**
 * How much of a package is read before it is refused, since an archive can claim to be small and unpack to anything.
 *
 * @param entries most entries of an archive
 * @param bytesPerFile most bytes of one file, unpacked
 * @param bytes most bytes of all files, unpacked
 * @param ratio most times that an entry may grow when unpacked, beyond its first million bytes
 */
public record Limits(int entries, long bytesPerFile, long bytes, int ratio) {

    /** Enough for some million rows. */
    public static final Limits STANDARD = new Limits(100, 512L << 20, 1L << 30, 200);
}
