/** Whether a check or a gate lets something through. */
export function Passed({ passed }: { passed: boolean | undefined }) {
  return <span className={passed ? 'text-good' : 'text-bad'}>{passed ? 'passed' : 'denied'}</span>;
}
