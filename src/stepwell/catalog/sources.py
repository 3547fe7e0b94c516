"""Name the works that a catalog may cite: every key of the bibliography, and no other."""

from __future__ import annotations

from typing import Final

__all__ = ["SOURCES"]

SOURCES: Final = frozenset(
    {
        "ahrq",
        "al-mosaiwi-2018",
        "bovendeerdt-2009",
        "bowman-2015",
        "christensen-1986",
        "coley-2020",
        "de-jong-berg",
        "dickson-2004",
        "dickson-2013",
        "gollwitzer-2006",
        "gutnick-2014",
        "hl7-fhir-r4",
        "jacobson-1984",
        "jacobson-1991",
        "kiresuk-1968",
        "krause-2022",
        "kroenke-2001",
        "law-2015",
        "lejuez-2011",
        "nhs-data-dictionary",
        "nhs-talking-therapies",
        "nice-cg189",
        "nice-ng222-2022",
        "nice-ng225",
        "oettingen-2016",
        "parker-2009",
        "parker-2011",
        "r-cecpfuns",
        "r-clinicalsignificance",
        "r-gasr",
        "r-physioclinical",
        "r-scan",
        "r-singlecasees",
        "r-suddengains",
        "scipy",
        "sen-1968",
        "stade-2023",
        "swann-2022",
        "theil-1950",
        "timex3",
        "turner-stokes-2009",
        "uebelacker-2011",
        "wollburg-2010",
    }
)
"""Keys of the bibliography in ``docs/explanation/bibliography.md``; a test compares them."""
