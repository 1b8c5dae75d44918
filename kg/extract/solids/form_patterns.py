"""Patterns of sentences that give a solid its shape, each with an example and a counter-example.

``emits`` decides how :func:`kg.extract.solids.forms.find_forms` reads the slots.
"""

from __future__ import annotations

from kg.extract.patterns import Rule

#: A solid and its shape; slots ``x`` and ``form``.
FORMS = (
    Rule(
        "material-form",
        "{MS*:x} [(] [)] [core] [/] [@] [shell] [)] {F*:form}",
        "form",
        "CdSe quantum dots and nanoplatelets",
        "CdSe grows",
    ),
    Rule(
        "material-adjective-form",
        "{MS*:x} [core] [-] [only] [thin] [hollow] [colloidal] [perovskite] [alloy] [alloyed] "
        "[amorphous] [polycrystalline] [nanocrystalline] [conformal] [dense] [smooth] [continuous] "
        "[bimetallic] [monometallic] [spherical] [cubic] [triangular] [magnetic] [metallic] "
        "[hybrid] [nanostructured] [ferroelectric] [antiferroelectric] [dielectric] [insulating] "
        "[semiconducting] [conducting] [upconversion] [upconverting] [plasmonic] "
        "[semiconductor] [electrolyte] [channel] [barrier] [buffer] [pigment] [cathode] [anode] "
        "[catalyst] [electrode] {F*:form}",
        "form",
        "Cu hollow nanospheres",
        "Cu grows",
    ),
    Rule(
        "based-form",
        "{MS*:x} - based [colloidal] [core] [/] [@] [-] [shell] {F*:form}",
        "form",
        "InAs-based core/shell nanocrystals",
        "InAs-based devices of nanocrystals",
    ),
    Rule(
        "shape-adjectives",
        "{F*:form} {M:x} <F\\d+>",
        "form",
        "spherical and octahedral Cu nanocrystals",
        "a spherical cap of Cu",
    ),
    Rule(
        "form-including",
        r"{F:form} [cores] [(] [F] [)] [,] (including|namely) {MS*:x}",
        "form",
        "a series of nanocrystals, including CeO2 and Ag",
        "a series of nanocrystals, and CeO2 and Ag",
    ),
    Rule(
        "form-then-solid",
        "{F:form} \\( {MS*:x} (,|\\)|;)",
        "form",
        "quantum dots (CdSe/ZnS, bought)",
        "quantum dots (see CdSe)",
    ),
    Rule(
        "form-around-core",
        "{F:form} ^4 (consist|consisting|composed|comprised|comprising|made|built) of ~6 "
        "{M:x} cores?",
        "around_core",
        "nanocrystals consisting of an InAs core and a CdSe shell",
        "nanocrystals made with an InAs core",
    ),
    Rule(
        "form-of-material",
        "{F*:form} of ~1 [I] [-] [doped] {MS*:x}",
        "form",
        "nanowires of ZnO",
        "nanowires of it",
    ),
    Rule(
        "monolayer-of-dots",
        "(monolayers?|single\\slayers?) of [the] ~1 {MS*:x} [core] [/] [@] [-] [shell] [/] [shell] "
        "{F:dots}",
        "monolayer",
        "a monolayer of PbS quantum dots",
        "a monolayer of quantum dots",
    ),
    Rule(
        "sheet",
        "(monolayers?|(?:single|mono)\\s?-?\\slayer) [of] {M:x}",
        "sheet",
        "monolayer MoS2",
        "monolayers on MoS2",
    ),
    Rule(
        "film-of-dots",
        "{F:film} (of|from) =4 {MS*:x} [core] [/] [@] [-] [shell] [/] [shell] {F:dots}",
        "layer",
        "a film of PbS@CdS core@shell quantum dots",
        "a film of PbS",
    ),
    Rule(
        "film-comprised",
        "{F:film} (comprised|composed|consisting|made) of ~1 {MS*:x} [core] [/] [@] [-] [shell] "
        "[/] [shell] {F:dots}",
        "layer",
        "thin films comprised of ZnO nanocrystals",
        "thin films made of it",
    ),
    Rule(
        "device-of-films",
        "{MS*:x} [-] [based] [channel] {A:device}",
        "device",
        "ZnO-based thin-film transistors",
        "ZnO nanowire transistors",
    ),
    Rule(
        "mesoporous-electrode",
        "(electrodes?|scaffolds?|<A\\d+>) of (mesoporous|nanoporous) {M:x}",
        "mesoporous",
        "photoanodes of mesoporous SnO2",
        "particles of mesoporous SnO2",
    ),
    Rule(
        "mesoporous-called",
        "(mesoporous|nanoporous) {M:x} (electrodes?|scaffolds?|<A\\d+>|(?:was|were)\\s(?:\\w+\\s)?"
        "(?:-\\s)?(?:screen|doctor|<P\\d+>|printed|spun|spin|cast|sintered))",
        "mesoporous",
        "mesoporous SnO2 photoanodes",
        "mesoporous SnO2 particles",
    ),
    Rule(
        "alternating",
        "alternat(?:ing|ion) [of] <Q\\d+> [of] {M:x} (with|and|by) <Q\\d+> [of] {M:y}",
        "alternating",
        "Alternating 3 nm of Mo with 4 nm of Si gives mirrors.",
        "Alternating 3 nm of Mo was hard.",
    ),
    Rule(
        "alternating-layers",
        "alternat(?:ing|e) [thin] [ultrathin] (layers?|films?|sub-?layers?|nanolayers?) of "
        "[Q] [of] {M:x} (and|with|/) [Q] [of] {M:y}",
        "alternating",
        "The mirror is made of alternating layers of NbN and MgO.",
        "The mirror is made of annealed layers of NbN and MgO.",
    ),
    Rule(
        "layers-alternate",
        "alternat(?:ing|e) {M:x} (and|with|/) {M:y} (layers?|films?|sub-?layers?|nanolayers?)",
        "alternating",
        "Alternating NbN and MgO layers were grown.",
        "Annealed NbN and MgO layers were grown.",
    ),
    Rule(
        "multilayer-of",
        "(multilayers?|superlattices?|bilayers?(?=\\sof\\s<Q)) [stacks?] [structures?] "
        "[composed] [consisting] [made] of [Q] [of] {M:x} (and|with|/) [Q] [of] {M:y}",
        "alternating",
        "A multilayer of NbN and MgO was grown.",
        "A monolayer of NbN and MgO was grown.",
    ),
    Rule(
        "laminate-by",
        "{F:form} [F] ~6 (using|by|with|via|combining) ~3 {M:x} [P] (and|with) {M:y} <P\\d+>",
        "alternating",
        "Nanolaminates were grown using NbN ALD and alucone MLD.",
        "Nanolaminates were kept near NbN ALD and alucone MLD.",
    ),
    Rule(
        "nano-prefix",
        "nano [-] {M:x} (?!film|crystal|particle|wire|rod|tube)\\S+",
        "nano",
        "nano-LiCoO2 electrodes",
        "LiCoO2 electrodes",
    ),
)
