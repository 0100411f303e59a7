package dev.sojourn.reference;

import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Role;
import dev.sojourn.time.PartialDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * An author with a career.
 *
 * @param followedUp whether one of the hundred
 * @param stays that of the sample's year, then those the follow-up found, if the author was followed up
 */
record Person(Author author, boolean followedUp, List<Stay> stays) {

    /** One of whom only the sample's year is known. */
    static Person ordinary(Author author) {
        return new Person(author, false, List.of(Ordinary.stay(author)));
    }

    /** The sample's authors, those of the base with their fates. */
    static List<Person> of(List<Author> authors, List<List<Stay>> fates) {
        var people = new ArrayList<Person>();
        int followed = 0;
        for (Author author : authors) {
            boolean base = "CN".equals(author.origin()) && author.work().equals("US") && !fates.isEmpty();
            // Dealt in strides of 37, which has no divisor in common with 100, so that neighbours differ.
            people.add(base ? new Person(author, true, fates.get(followed++ * 37 % fates.size())) : ordinary(author));
        }
        return people;
    }

    /** Whether this is Yang Zhilin, the one person the article names: the founder of Moonshot AI. */
    boolean named() {
        return last().place().equals(Places.MOONSHOT);
    }

    /** Where the person was when last heard of. */
    Stay last() {
        return stays.get(stays.size() - 1);
    }

    Names names() {
        var names = new LinkedHashMap<String, String>();
        names.put("Latn", named() ? "Yang Zhilin" : author.name());
        if (named()) {
            names.put("Hans", "杨植麟");
        }
        return new Names(names);
    }

    /** The reason to give for an event: of the one person who is named it can be another. */
    String why(String ofNamed) {
        return named() ? ofNamed : SampleChapter.WHY;
    }

    /**
     * The degree recorded with the sample: a bachelor's in the country of origin as first published. Where the origin
     * is unknown, nothing, or for every second who may have one a doctorate, which says nothing about the origin.
     */
    Optional<Degree> degreeThen() {
        Stay then = stays.get(0);
        if (author.origin() != null) {
            return Optional.of(bachelor(author.firstOrigin()));
        }
        if (author.number() % 2 == 0 || then.role() == Role.PHD_STUDENT) {
            return Optional.empty();
        }
        var place = Places.university(author.work(), author.number() + 1);
        return Optional.of(new Degree(Level.DOCTORATE, place.id(), null, null, PartialDate.parse("" + then.year())));
    }

    /** The bachelor's degree in a country. */
    Degree bachelor(String country) {
        String end = named() ? "2015" : Ordinary.graduation(stays.get(0), author.number());
        return new Degree(Level.BACHELOR, alma(country).id(), null, null, PartialDate.parse(end));
    }

    /** The places that the sample's events speak of. */
    List<Place> placesThen() {
        var places = new ArrayList<Place>();
        places.add(stays.get(0).place());
        if (author.origin() != null) {
            places.add(alma(author.firstOrigin()));
        } else {
            places.add(Places.university(author.work(), author.number() + 1));
        }
        return places;
    }

    /** Where the bachelor's degree was taken, if in that country. */
    Place alma(String country) {
        return named() ? Places.TSINGHUA : Places.university(country, author.number() * 5);
    }
}
