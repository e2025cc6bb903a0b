/** In place of a list that depends on how assets stand, as long as nobody knows. */
export function StillLooking({ what }: { readonly what: string }) {
  return (
    <div className="empty" role="status">
      <h2><span aria-hidden="true">?</span> Not known yet</h2>
      <p>It is not known yet {what}: what is there is being looked at. This list fills by itself.</p>
    </div>
  );
}
