package dev.sojourn.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that accounts and tokens say, but for when a token was last used; and whether each of them is found. */
final class AccountContent {

    private static final List<String> ALL = List.of(
            "select name, password, role, cast(created as varchar), cast(disabled as varchar) from account order by name",
            "select id, account, name, hash, role, cast(created as varchar), cast(expires as varchar),"
                    + " coalesce(cast(revoked as varchar), '') from token order by id");

    /** Rows that are not found by what they are looked for, so that somebody would be nobody. */
    private static final List<String> LOST =
            List.of(lost("account", "name"), lost("token", "id"), lost("token", "hash"));

    private AccountContent() {}

    /** Whether each row is found by each key that it is looked for by. */
    static boolean isFound(JdbcClient sql) {
        return LOST.stream().allMatch(lost -> sql.sql(lost).query(Long.class).single() == 0);
    }

    /** The SHA-256 of it, in hex. */
    static String digest(JdbcClient sql) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String all : ALL) {
                // in a damaged row anything can be null
                sql.sql(all).query().listOfRows().forEach(row -> row.values().forEach(value -> {
                    byte[] text = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
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

    /**
     * Without {@code use index ()} the rows would be read from the index, and be found in it. What is looked for is the key
     * alone, as at a login: asked for the number of the row as well, the database would go there and leave out the index.
     */
    private static String lost(String table, String column) {
        return "select count(*) from " + table
                + " r use index () where r._rowid_ is distinct from (select i._rowid_ from " + table + " i where i."
                + column + " = r." + column + ")";
    }
}
