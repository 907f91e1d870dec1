aws iot describe-thing --thing-name pump:1 && aws --profile me iot describe-thing-group --thing-group-name=g; aws iot list-things
