import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { asFailure } from '@/api/failure';
import { downloadAll } from '@/api/plain';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';
import { paramsOf } from './useHistoryFilter';

const PAGE = 1000;

/** Saves everything that matches the filter, also what has not been read yet, as the service writes it. */
export function SaveAll({
  service,
  path,
  query,
  file,
}: {
  service: string;
  path: string;
  query: object;
  file: string;
}) {
  const saving = useMutation({
    mutationFn: () => downloadAll(service, path, paramsOf({ ...query, limit: PAGE }), file),
  });
  return (
    <>
      <Button
        className="no-print"
        disabledReason={saving.isPending ? 'It is being read' : undefined}
        onClick={() => saving.mutate()}
      >
        <Download size={14} aria-hidden /> All that match as CSV
      </Button>
      {saving.error ? <FailureNote failure={asFailure(saving.error)} /> : null}
    </>
  );
}
