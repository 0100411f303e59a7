package dev.sojourn.exchange.check;

import dev.sojourn.exchange.check.Entry.Assertion;
import dev.sojourn.exchange.check.Entry.Education;
import dev.sojourn.exchange.check.Entry.Institution;
import dev.sojourn.exchange.check.Entry.Membership;
import dev.sojourn.exchange.check.Entry.Person;
import java.util.List;
import java.util.Map;

/**
 * What a package says.
 *
 * @param institutions by id as written, parents before their children
 * @param people by the package's own id, in the order of the file
 * @param assertions in the order in which they were believed, those of refused rows included
 * @param derivedSpells whether the package gives no spell ids, so that the ids are made from the rows
 */
public record Contents(
        Map<String, Institution> institutions,
        Map<String, Person> people,
        List<Education> education,
        List<Assertion> assertions,
        List<Membership> memberships,
        boolean derivedSpells) {}
