package dev.sojourn.access;

import static dev.sojourn.access.AccountRole.ADMIN;
import static dev.sojourn.access.AccountRole.AUDITOR;
import static dev.sojourn.access.AccountRole.CURATOR;
import static dev.sojourn.access.AccountRole.VIEWER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * The one list of what may be asked, and by whom. What is not in it is refused; a test compares it with all endpoints.
 * Whoever may read may also ask for the headers alone (HEAD).
 */
public final class Permissions {
    /**
     * Who may call an endpoint.
     *
     * @param method how it is called
     * @param path the pattern under which it is mapped, word for word
     * @param roles who may, when logged in; none for everybody, logged in or not
     * @param openInDemo whether the demonstration answers without login
     * @param byPassword whether it takes a login with a password: what a leaked token must not do
     */
    public record Permission(
            HttpMethod method, String path, Set<AccountRole> roles, boolean openInDemo, boolean byPassword) {
        Permission(HttpMethod method, String path, Set<AccountRole> roles, boolean openInDemo) {
            this(method, path, roles, openInDemo, false);
        }
    }

    private static final Set<AccountRole> READERS = Set.of(VIEWER, CURATOR, AUDITOR, ADMIN);
    /** Who sees who did what. */
    private static final Set<AccountRole> AUDITORS = Set.of(AUDITOR, ADMIN);

    /** Who sees what is worked on. */
    private static final Set<AccountRole> CURATION = Set.of(CURATOR, AUDITOR, ADMIN);

    private static final Set<AccountRole> WRITERS = Set.of(CURATOR, ADMIN);
    private static final Set<AccountRole> ADMINS = Set.of(ADMIN);

    private Permissions() {}

    /** All permissions. */
    public static List<Permission> all() {
        var all = new ArrayList<Permission>();
        all.add(new Permission(HttpMethod.GET, "/health", Set.of(), true));
        for (String open :
                List.of("/releases", "/releases.csv", "/releases/{name}")) { // as counts, to whoever has no login
            all.add(new Permission(HttpMethod.GET, "/api/v1" + open, Set.of(), true));
        }
        for (String page : List.of("/", "/assets/**")) {
            all.add(new Permission(HttpMethod.GET, page, READERS, true));
        }
        for (String read : List.of(
                "/openapi.json",
                "/system",
                "/audit/head",
                "/cohorts",
                "/cohorts.csv",
                "/cohorts/{id}",
                "/cohorts/{id}/members",
                "/cohorts/{id}/members.csv",
                "/cohorts/{id}/state",
                "/cohorts/{id}/state.csv",
                "/cohorts/{id}/composition",
                "/cohorts/{id}/composition.csv",
                "/cohorts/{id}/retention",
                "/cohorts/{id}/retention.csv",
                "/cohorts/{id}/flows",
                "/cohorts/{id}/flows.csv",
                "/cohorts/{id}/flows/values",
                "/cohorts/{id}/flows/values.csv",
                "/cohorts/{id}/flows/yearly",
                "/cohorts/{id}/flows/yearly.csv",
                "/cohorts/{id}/survival",
                "/cohorts/{id}/survival.csv",
                "/cohorts/{id}/paths",
                "/cohorts/{id}/paths.csv",
                "/cohorts/{id}/moves",
                "/cohorts/{id}/moves.csv",
                "/cohorts/{id}/why",
                "/cohorts/{id}/why.csv",
                "/cohorts/{id}/retention/frozen",
                "/cohorts/{id}/retention/frozen.csv",
                "/cohorts/{id}/side-by-side",
                "/cohorts/{id}/side-by-side.csv",
                "/cohorts/{id}/shares",
                "/cohorts/{id}/shares.csv",
                "/cohorts/{id}/compare",
                "/cohorts/{id}/compare.csv",
                "/figures/{id}/why",
                "/figures/{id}/why.csv",
                "/figures/{id}/compare",
                "/figures/{id}/compare.csv",
                "/researchers",
                "/researchers.csv",
                "/researchers/{id}",
                "/researchers/{id}/spells",
                "/researchers/{id}/spells.csv",
                "/researchers/{id}/history",
                "/researchers/{id}/history.csv",
                "/researchers/{id}/diff",
                "/researchers/{id}/diff.csv",
                "/institutions/{id}/history",
                "/institutions/{id}/history.csv",
                "/cohorts/{id}/history",
                "/cohorts/{id}/history.csv",
                "/releases/{name}/history",
                "/releases/{name}/history.csv",
                "/institutions",
                "/institutions.csv",
                "/institutions/{id}",
                "/institutions/{id}/people",
                "/institutions/{id}/people.csv",
                "/events",
                "/events/stream",
                "/events/{position}",
                "/rules",
                "/rules.csv",
                "/regions",
                "/figures",
                "/figures.csv",
                "/figures/{id}",
                "/releases/{name}/verify",
                "/releases/{name}/verify.csv")) {
            all.add(new Permission(HttpMethod.GET, "/api/v1" + read, READERS, true));
        }
        for (String check : List.of("/claims/check", "/claims/check.csv")) {
            all.add(new Permission(HttpMethod.POST, "/api/v1" + check, READERS, true));
        }
        for (String read : List.of("/researchers/{id}/duplicates", "/worklists/duplicates")) {
            all.add(new Permission(HttpMethod.GET, "/api/v1" + read, CURATION, true));
            all.add(new Permission(HttpMethod.GET, "/api/v1" + read + ".csv", CURATION, true));
        }
        for (String read : List.of("/imports", "/imports/{id}", "/reviews")) {
            all.add(new Permission(HttpMethod.GET, "/api/v1" + read, CURATION, true));
        }
        for (String list : List.of("unconfirmed", "no-evidence", "disputed", "awaiting-approval")) {
            for (String form : List.of("", ".csv")) {
                all.add(new Permission(
                        HttpMethod.GET, "/api/v1/worklists/" + list + form, Set.of(CURATOR, AUDITOR, ADMIN), true));
            }
        }
        for (String read : List.of("/history", "/imports/{id}/history")) {
            all.add(new Permission(HttpMethod.GET, "/api/v1" + read, AUDITORS, true));
            all.add(new Permission(HttpMethod.GET, "/api/v1" + read + ".csv", AUDITORS, true));
        }
        for (String read : List.of("/actors/{name}/history", "/actors/{name}/history.csv")) {
            all.add(new Permission(HttpMethod.GET, "/api/v1" + read, CURATION, true));
        }
        for (String write : List.of(
                "/cohorts",
                "/cohorts/{id}/freeze",
                "/cohorts/{id}/members",
                "/cohorts/{id}/members/{researcher}/remove",
                "/institutions",
                "/institutions/{id}/closings",
                "/institutions/{id}/correct",
                "/institutions/{id}/groups",
                "/institutions/{id}/groups/{group}/leave",
                "/institutions/{id}/headquarters",
                "/institutions/{id}/mergers",
                "/institutions/{id}/names",
                "/institutions/{id}/parents",
                "/releases",
                "/releases/{name}/withdraw",
                "/researchers",
                "/researchers/{id}/affiliations",
                "/researchers/{id}/career-ends",
                "/researchers/{id}/career-resumptions",
                "/researchers/{id}/confirmations",
                "/researchers/{id}/education",
                "/researchers/{id}/education/{education}/correct",
                "/researchers/{id}/education/{education}/retract",
                "/researchers/{id}/identifiers",
                "/researchers/{id}/identifiers/unlink",
                "/researchers/{id}/moves",
                "/researchers/{id}/names",
                "/researchers/{id}/searches",
                "/researchers/{id}/merges",
                "/researchers/{id}/unmerges",
                "/researchers/{id}/distinctions",
                "/events/{position}/undo",
                "/events/undo",
                "/events/{position}/review",
                "/events/{position}/approve",
                "/events/{position}/reject",
                "/imports/{id}/undo",
                "/spells/{id}/correct",
                "/spells/{id}/end",
                "/spells/{id}/retract")) {
            all.add(new Permission(HttpMethod.POST, "/api/v1" + write, WRITERS, false));
        }
        all.add(new Permission(HttpMethod.GET, "/api/v1/tokens", READERS, false));
        all.add(new Permission(HttpMethod.POST, "/api/v1/tokens/{id}/revoke", READERS, false));
        all.add(new Permission(HttpMethod.GET, "/api/v1/accounts", ADMINS, false));
        all.add(new Permission(HttpMethod.POST, "/api/v1/researchers/{id}/erasure", ADMINS, false));
        for (String own : List.of("/tokens", "/password")) {
            all.add(new Permission(HttpMethod.POST, "/api/v1" + own, READERS, false, true));
        }
        for (String administration : List.of(
                "/accounts",
                "/accounts/{name}/role",
                "/accounts/{name}/password",
                "/accounts/{name}/disable",
                "/accounts/{name}/enable",
                "/accounts/{name}/tokens")) {
            all.add(new Permission(HttpMethod.POST, "/api/v1" + administration, ADMINS, false, true));
        }
        for (String audit : List.of("/audit/verify", "/audit/export", "/audit/disclosures")) {
            all.add(new Permission(HttpMethod.GET, "/api/v1" + audit, AUDITORS, false));
        }
        all.add(new Permission(HttpMethod.POST, "/api/v1/audit/verify", AUDITORS, false));
        all.add(new Permission(HttpMethod.POST, "/api/v1/audit/backup", Set.of(ADMIN), false));
        return List.copyOf(all);
    }
}
