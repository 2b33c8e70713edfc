"""Elements of DocBook, JATS, DITA and TEI, by what a text tool must know of them.

Collected for textproof from the element references of DocBook 4.5 and 5.1 (docbook.org) and of JATS
1.3 (jats.nlm.nih.gov); names alone, no text of theirs.
"""

CODE = frozenset(
    # DocBook
    "programlisting screen synopsis funcsynopsis cmdsynopsis classsynopsis code computeroutput "
    "userinput command filename literal varname function methodname classname interfacename "
    "option envar constant parameter replaceable prompt systemitem type returnvalue structname "
    "structfield symbol token sgmltag tag markup uri email errorcode errorname exceptionname "
    "property package keycode keysym keycombo keycap msgtext programlistingco screenco mathphrase "
    # JATS, HTML, SVG and MathML in others
    "preformat tex-math math inline-formula disp-formula script style pre svg kbd samp "
    # DITA, Mallard, configuration
    "codeblock codeph cmdname filepath apiname file cmd input output sys pattern regex regexp "
    "expression xpath sql "
    # Unicode's locale data (LDML)
    "exemplarCharacters parseLenient tRule cr rbnfrule".split()
)
"""What a program reads, or a person types: no prose."""

INLINE = frozenset(
    # DocBook
    "abbrev acronym alt anchor application citation citetitle emphasis firstterm footnoteref "
    "foreignphrase glossterm guibutton guiicon guilabel guimenu guimenuitem guisubmenu hardware "
    "inlinegraphic link medialabel menuchoice mousebutton olink phrase productname productnumber "
    "quote subscript superscript trademark ulink wordasword xref orgname "
    "co remark "
    # JATS
    "italic bold sup sub sc underline overline strike monospace roman sans-serif ext-link "
    "named-content styled-content uri inline-graphic target milestone-start milestone-end "
    # HTML, TEI, DITA, Mallard, Android
    "a abbr b bdi bdo big cite del dfn em font i ins label mark q s small span strong u var wbr hi "
    "ref term emph rs persName placeName orgName name seg w c pc xliff g ph uicontrol wintitle "
    "keyword gui guiseq app key media".split()
)
"""What stands within a sentence: its tags part no words and no lines."""

SECTIONS = frozenset(
    "section sect1 sect2 sect3 sect4 sect5 simplesect refsect1 refsect2 refsect3 refsection "
    "chapter appendix preface part partintro dedication acknowledgements colophon "
    "bibliography glossary sec abstract trans-abstract ack app ref-list notes boxed-text".split()
)
"""What has a title and text under it."""

ROOTS = SECTIONS | {"book", "set", "article", "refentry", "reference", "topic", "concept", "task"}
"""What a document of DocBook, JATS or DITA begins with."""

GIVEN_NAMES = ("given-names", "firstname", "givenname", "othername")
NAMES = ("personname", "string-name", "collab", "orgname", "corpauthor", "literallayout", "name")
