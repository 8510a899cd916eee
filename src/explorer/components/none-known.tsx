/** That the graph holds nothing of a sort: an absence in the graph is none in the world, and the page says where to read what is missing. */

export function NoneKnown({ what }: { what: string }) {
  return (
    <>
      No data: the graph does not hold {what}. That does not say that there was none: see <a href="/completeness">what is missing</a>.
    </>
  );
}
