package dev.sojourn.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A digest over all accounts and tokens, written in the transaction of each change and compared when the file is opened: a
 * bit that a disk turned could let somebody in again, give them another role, or hide them. It is no seal: who may write to
 * the file can write both.
 */
final class AccountDigest {

    static final String TABLE = "create table if not exists content (only integer primary key check (only = 1),"
            + " digest char(64) not null)";

    private static final List<String> ALL = List.of(
            "select name, password, role, cast(created as varchar), cast(disabled as varchar) from account order by name",
            "select id, account, name, hash, role, cast(created as varchar), cast(expires as varchar),"
                    + " coalesce(cast(revoked as varchar), '') from token order by id");

    /** Rows that are not found by what they are looked for; without {@code use index ()} they would be read from there. */
    private static final List<String> LOST =
            List.of(lost("account", "name"), lost("token", "id"), lost("token", "hash"));

    private final JdbcClient sql;

    AccountDigest(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether all is as it was left, or nothing was written down yet, by an older version. */
    boolean agrees() {
        var written = sql.sql("select digest from content").query(String.class).optional();
        return written.isEmpty()
                || (written.get().equals(now())
                        && LOST.stream()
                                .allMatch(
                                        lost -> sql.sql(lost).query(Long.class).single() == 0));
    }

    /** Writes it down, in the running transaction. */
    void write() {
        sql.sql("merge into content (only, digest) values (1, ?)").param(now()).update();
    }

    private static String lost(String table, String column) {
        return "select count(*) from " + table + " r use index () where not exists (select 1 from " + table
                + " i where i." + column + " = r." + column + " and i._rowid_ = r._rowid_)";
    }

    private String now() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String all : ALL) {
                sql.sql(all).query().listOfRows().forEach(row -> row.values().forEach(value -> {
                    byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                    digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
                    digest.update(text);
                }));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
