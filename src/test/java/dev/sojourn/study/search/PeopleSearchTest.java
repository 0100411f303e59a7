package dev.sojourn.study.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A search for people")
class PeopleSearchTest {
    private final People people = new People();
    private final PeopleSearch search = new PeopleSearch(people.timeline);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "單霽翔",
                "单霁翔",
                "shan jixiang",
                "Jixiang Shan",
                "SHAN, Ji-Xiang",
                "shan ji xiang",
                "J. Shan",
                "Shan J.X.",
                "jixiang",
                "Shan Jix",
                "ShanJiXiang"
            })
    void finds_a_chinese_name_however_it_is_written(String text) {
        people.person("shan", "單霽翔");
        people.person("other", "曾鳴");

        assertThat(found(text)).containsExactly("shan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"單霽翔", "Ji-Xiang Shan", "shan ji xiang", "J Shan", "shan"})
    void finds_a_name_in_latin_letters_as_well_by_chinese_characters_and_by_syllables(String text) {
        people.person("shan", "Jixiang Shan");
        people.person("other", "Ming Zeng");

        assertThat(found(text)).containsExactly("shan");
    }

    @ParameterizedTest
    @CsvSource({
        "Łukasz Müller-Ørsted, orsted lukasz muller",
        "Иван Петров, petrov ivan",
        "歐陽修, Ouyang Xiu",
        "O’Brien Seán, obrien",
        "Nguyễn Văn Đức, duc nguyen",
        "김민수, gimminsu",
        "ヤマダ タロウ, yamada"
    })
    void folds_marks_and_other_scripts(String name, String text) {
        people.person("one", name);

        assertThat(found(text)).containsExactly("one");
    }

    @Test
    void puts_first_who_is_written_so_then_who_is_called_so_then_who_begins_so_then_initials() {
        people.person("initial", "Jane Shan");
        people.person("beginning", "Shanahan J");
        people.person("homophone", "善 吉祥");
        people.person("written", "單霽翔");

        assertThat(found("单霁翔")).containsExactly("written", "homophone");
        assertThat(found("J Shan")).startsWith("initial").contains("beginning", "written");
    }

    @Test
    void needs_every_word_to_be_met_by_another_part_of_the_name() {
        people.person("one", "Jixiang Shan");

        assertThat(found("shan shan")).isEmpty();
        assertThat(found("shan wei")).isEmpty();
        assertThat(found("xiang")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orcid:0000-0002-1825-0097",
                "0000-0002-1825-0097",
                "https://orcid.org/0000-0002-1825-0097",
                "one"
            })
    void finds_by_identifier_and_by_id(String text) {
        people.person("one", "Josiah Carberry", "orcid:0000-0002-1825-0097");
        people.person("two", "Another Person", "dblp:12/345");

        assertThat(found(text)).containsExactly("one");
    }

    @Test
    void knows_at_a_position_what_was_known_there() {
        long before = people.person("one", "Maria Curie");
        people.and(new NamesChanged(new ResearcherId("one"), identity("Maria Salomea Sklodowska")));
        var then = people.timeline.at(before);

        assertThat(ids(search.find(then, "curie"), then)).containsExactly("one");
        assertThat(ids(search.find(then, "sklodowska"), then)).isEmpty();
        assertThat(found("curie")).isEmpty();
        assertThat(found("sklodowska")).containsExactly("one");
        assertThat(ids(search.find(people.timeline.at(0), "curie"), people.timeline.at(0)))
                .isEmpty();
    }

    @Test
    void finds_whom_somebody_was_merged_into_once() {
        people.person("gone", "單霽翔");
        people.person("stays", "Jixiang Shan");
        people.and(new ResearcherMerged(new ResearcherId("gone"), new ResearcherId("stays"), Remarks.NONE));

        assertThat(found("shan jixiang")).containsExactly("stays");
    }

    @Test
    void forgets_who_was_erased_at_every_position_and_in_its_own_memory() {
        long before = people.person("one", "Jixiang Shan", "dblp:12/345");
        people.person("two", "Jixiang Wang");
        assertThat(found("jixiang")).hasSize(2);

        people.and(new PersonErased(new ResearcherId("one"), Remarks.NONE));

        var then = people.timeline.at(before);
        assertThat(ids(search.find(then, "jixiang shan"), then)).isEmpty();
        assertThat(found("12/345")).isEmpty();
        assertThat(found("jixiang")).containsExactly("two");
        assertThat(search.index().count("shan")).isZero();
        assertThat(search.index().count("#12/345")).isZero();
    }

    @Test
    void refuses_a_text_without_letters() {
        assertThatIllegalArgumentException().isThrownBy(() -> found(" ., "));
    }

    private List<String> found(String text) {
        return ids(search.find(people.now(), text), people.now());
    }

    private static List<String> ids(List<Integer> numbers, View view) {
        return numbers.stream().map(view::researcher).map(ResearcherId::value).toList();
    }

    private static Identity identity(String name) {
        return new Identity(Names.of(name), List.of(), null, List.of(), Map.of());
    }
}
